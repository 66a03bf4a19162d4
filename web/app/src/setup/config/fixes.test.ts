import { describe, expect, it } from 'vitest'
import { fixesFor } from './fixes.ts'
import { missingFields, ownProblems, type Problem } from './problems.ts'
import { apply } from './source.ts'

const TEXT = '<Text name="t" value="$text"/>'
const label = '<Label value="A"/>'

/** The config after the first fix of the first problem with that code. */
function fixed(config: string, code: string, columns: readonly string[] = []): string {
  const all: Problem[] = [...ownProblems(config), ...missingFields(config, columns)]
  const problem = all.find((one) => one.code === code)
  if (!problem) throw new Error(`no ${code} among ${all.map((one) => one.code)}`)
  const [fix] = fixesFor(config, problem, columns)
  if (!fix) throw new Error(`no fix of ${code}`)
  return apply(config, fix.changes)
}

const view = (...inside: string[]) => `<View>${inside.join('')}</View>`

describe('fixes', () => {
  it.each([
    [
      'unknown-tag',
      view(TEXT, '<Lables name="l" toName="t"></Lables>'),
      view(TEXT, '<Labels name="l" toName="t"></Labels>'),
    ],
    [
      'unknown-attribute',
      view('<Text name="t" value="$text" granularty="word"/>'),
      view('<Text name="t" value="$text" granularity="word"/>'),
    ],
    ['spelling', view('<text name="t" value="$text"/>'), view(TEXT)],
    ['bad-value', view('<Image name="i" value="$u" zoom="ture"/>'), view('<Image name="i" value="$u" zoom="true"/>')],
    ['missing-attribute', view('<Text value="$text"/>'), view('<Text value="$text" name="text"/>')],
    ['missing-attribute', view('<Text/>'), view('<Text name="text" value="$text"/>')],
    [
      'missing-attribute',
      view(TEXT, `<Labels>${label}</Labels>`),
      view(TEXT, `<Labels name="label" toName="t">${label}</Labels>`),
    ],
    ['missing-target', view(TEXT, '<Rating name="r"/>'), view(TEXT, '<Rating name="r" toName="t"/>')],
    [
      'unknown-target',
      view(TEXT, `<Labels name="l" toName="x">${label}</Labels>`),
      view(TEXT, `<Labels name="l" toName="t">${label}</Labels>`),
    ],
    [
      'duplicate-name',
      view(TEXT, `<Labels name="t" toName="t">${label}</Labels>`),
      view(TEXT, `<Labels name="t2" toName="t">${label}</Labels>`),
    ],
    [
      'no-options',
      view(TEXT, '<Labels name="l" toName="t"/>'),
      view(TEXT, '<Labels name="l" toName="t">\n  <Label value="New label"/>\n</Labels>'),
    ],
  ])('repair %s', (code, before, after) => {
    expect(fixed(before, code)).toBe(after)
    expect(ownProblems(after).map((one) => one.code)).not.toContain(code)
  })

  it.each([
    ['<View><Text name="t" value="$text"></View>', '<View><Text name="t" value="$text"/></View>'],
    [
      `<View>${TEXT}<Labels name="l" toName="t">${label}</View>`,
      `<View>${TEXT}<Labels name="l" toName="t">${label}</Labels></View>`,
    ],
    [`<View>${TEXT}`, `<View>${TEXT}</View>`],
    ['<View><Header value="a & b"/></View>', '<View><Header value="a &amp; b"/></View>'],
    ['<View><Header value=Hi /></View>', '<View><Header value="Hi" /></View>'],
    ['<View></View><!-- a', '<View></View><!-- a-->'],
  ])('make XML of %j', (before, after) => {
    expect(fixed(before, 'xml')).toBe(after)
  })

  it('find a key that nothing has', () => {
    const config = view(
      TEXT,
      '<Labels name="l" toName="t"><Label value="A" hotkey="1"/><Label value="B" hotkey="1"/></Labels>',
    )
    expect(fixed(config, 'duplicate-hotkey')).toBe(config.replace('value="B" hotkey="1"', 'value="B" hotkey="2"'))
    const shadowing = config.replace('value="A" hotkey="1"', 'value="A" hotkey="u"')
    expect(ownProblems(shadowing)).toMatchObject([{ code: 'command-key', severity: 'info' }])
    expect(fixed(shadowing, 'command-key')).not.toContain('hotkey="u"')
  })

  it('know the fields of the data', () => {
    const columns = ['id', 'body', 'texts']
    expect(fixed(view(TEXT), 'unknown-field', columns)).toBe(view(TEXT.replace('$text', '$texts')))
    expect(missingFields(view('<!-- $nope -->', TEXT.replace('$text', '$body')), columns)).toEqual([])
  })

  it('underline what is wrong, and nothing else', () => {
    const config = view(
      '<Text name="t" value="$text"/>',
      '<Choices name="c" toName="nope"><Choice value="A"/></Choices>',
    )
    const [problem] = ownProblems(config)
    expect(problem?.at && config.slice(problem.at.from, problem.at.to)).toBe('nope')
  })
})

import { describe, expect, it } from 'vitest'
import { addLabels, labelSets, removeLabel } from './labelSets.ts'
import { occurrences } from './names.ts'
import { apply, offsetOf, readSource, setAttribute, textOf } from './source.ts'

const CONFIG = `<View>
  <!-- pick one -->
  <Text name="t" value="$text"/>
  <Labels name="ner" toName="t">
    <Label value="A &amp; B" background="#ff0000"/>   <!-- keep -->
    <Label value="C"/>
  </Labels>
</View>
`
const [set] = labelSets(CONFIG)
if (!set) throw new Error('no set')

describe('a config as it is written', () => {
  it('knows where everything stands', () => {
    const text = readSource(CONFIG).find((one) => one.tag === 'Text')
    expect(text && CONFIG.slice(text.from, text.to)).toBe('<Text name="t" value="$text"/>')
    expect(text && textOf(text, 'value')).toBe('$text')
    expect(offsetOf(CONFIG, 3, 3)).toBe(text?.from)
    expect(offsetOf('a\n𝒳b', 2, 2)).toBe(4)
  })

  it('reads what is not finished', () => {
    const elements = readSource('<View><Text name="t"><Labels name="l" ')
    expect(elements.map((one) => one.tag)).toEqual(['View', 'Text', 'Labels'])
  })

  it('finds a name where it is given and where it is meant', () => {
    const config =
      '<View><Text name="t"/><Labels name="l" toName="a, t"/><Choices name="c" toName="t" whenTagName="t"/></View>'
    const found = occurrences(readSource(config), config.indexOf('"t"') + 1)
    expect(found.map(({ from, to }) => config.slice(from, to))).toEqual(['t', 't', 't', 't'])
    expect(occurrences(readSource(config), 1)).toEqual([])
  })
})

describe('labels without XML', () => {
  it('are listed with their colours and keys', () => {
    expect(set.labels).toMatchObject([
      { value: 'A & B', colour: '#ff0000', hotkey: '', automaticKey: '1' },
      { value: 'C', automaticKey: '2' },
    ])
    expect(set).toMatchObject({ title: 'ner', child: 'Label' })
  })

  it('are added at the end, written as the others, without those that are there', () => {
    const after = apply(CONFIG, addLabels(CONFIG, set, 'C\n D "x"\n\nE\nE'))
    expect(after).toBe(
      CONFIG.replace(
        '<Label value="C"/>',
        '<Label value="C"/>\n    <Label value="D &quot;x&quot;"/>\n    <Label value="E"/>',
      ),
    )
  })

  it('are added to a set without any', () => {
    for (const written of ['<Labels name="l" />', '<Labels name="l"></Labels>', '<Labels name="l"/>']) {
      const config = `<View>\n  ${written}\n</View>`
      const [empty] = labelSets(config)
      expect(empty && apply(config, addLabels(config, empty, 'A'))).toBe(
        '<View>\n  <Labels name="l">\n    <Label value="A"/>\n  </Labels>\n</View>',
      )
    }
  })

  it('are removed with their line, but for what else stands in it', () => {
    const [first, second] = set.labels
    expect(second && apply(CONFIG, removeLabel(CONFIG, second))).toBe(CONFIG.replace('    <Label value="C"/>\n', ''))
    expect(first && apply(CONFIG, removeLabel(CONFIG, first))).toContain('       <!-- keep -->\n')
  })

  it('change in place', () => {
    const [first, second] = set.labels
    if (!first || !second) throw new Error('no labels')
    const set1 = (name: string, value?: string) => apply(CONFIG, setAttribute(first.element, name, value))
    expect(set1('background', '#00ff00')).toBe(CONFIG.replace('#ff0000', '#00ff00'))
    expect(set1('background')).toBe(CONFIG.replace(' background="#ff0000"', ''))
    expect(set1('value', '<"&')).toContain('value="&lt;&quot;&amp;"')
    expect(apply(CONFIG, setAttribute(second.element, 'hotkey', 'c'))).toContain('<Label value="C" hotkey="c"/>')
  })
})

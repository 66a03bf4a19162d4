// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { type ShownEditor, showEditor, useShownEditors } from '../../testing/showEditor'

const config = (attributes = '', options = '') => `<View>
  <Filter name="f" toName="k" minlength="2" hotkey="ctrl+f" ${attributes}/>
  <Choices name="k" toName="t" choice="multiple"><Choice value="Beagle"/><Choice value="Borzoi"/><Choice value="Whippet"/>${options}</Choices>
  <Text name="t" value="$t"/>
</View>`
const data = { t: 'x' }
const box = (ed: ShownEditor) => ed.find('input[type="search"]') as HTMLInputElement
const isHidden = (element: Element): boolean => element.closest('[style*="display: none"]') !== null
const left = (ed: ShownEditor) =>
  ed
    .all('input[type="checkbox"]')
    .filter((it) => !isHidden(it))
    .map((it) => it.getAttribute('aria-label'))

describe('a filter over options', () => {
  useShownEditors()

  it('hides what does not fit, from a certain length on and without regard to case', async () => {
    const ed = await showEditor(config(), { data })
    await ed.type(box(ed), 'b')
    expect(left(ed)).toEqual(['Beagle', 'Borzoi', 'Whippet'])
    await ed.type(box(ed), 'BO')
    expect(left(ed)).toEqual(['Borzoi'])
    await ed.key(box(ed), 'Escape')
    expect(left(ed)).toEqual(['Beagle', 'Borzoi', 'Whippet'])
  })

  it.each(['casesensetive', 'casesensitive'])('minds the case when told by %s', async (attribute) => {
    const ed = await showEditor(config(`${attribute}="true"`), { data })
    await ed.type(box(ed), 'BO')
    expect(left(ed)).toEqual([])
  })

  it('picks the first that is left with Enter, and is empty again', async () => {
    const ed = await showEditor(config(), { data })
    await ed.type(box(ed), 'bor')
    await ed.key(box(ed), 'Enter')
    expect(box(ed).value).toBe('')
    expect(await ed.submit()).toMatchObject([{ value: { choices: ['Borzoi'] } }])
  })

  it('keeps what is typed without cleanup, and hidden options picked', async () => {
    const ed = await showEditor(config('cleanup="false"'), { data })
    for (const text of ['bor', 'bea']) {
      await ed.type(box(ed), text)
      await ed.key(box(ed), 'Enter')
    }
    expect(left(ed)).toEqual(['Beagle'])
    expect(await ed.submit()).toMatchObject([{ value: { choices: ['Borzoi', 'Beagle'] } }])
  })

  it('picks nothing with an empty field', async () => {
    const ed = await showEditor(config().replace('minlength="2"', 'minlength="0"'), { data })
    await ed.key(box(ed), 'Enter')
    expect(await ed.submit()).toEqual([])
  })

  it('filters labels too, and gets the focus by its key', async () => {
    const xml = `<View><Filter name="f" toName="k" hotkey="ctrl+f"/><Labels name="k" toName="t"><Label value="Name"/><Label value="Place"/></Labels><Text name="t" value="$t"/></View>`
    const ed = await showEditor(xml, { data })
    await ed.key(document.body, 'f', { ctrlKey: true })
    expect(document.activeElement).toBe(box(ed))
    await ed.type(box(ed), 'pla')
    const labels = ed.all('[role="group"] button')
    expect(labels.filter((it) => !isHidden(it)).map((it) => it.textContent)).toEqual([expect.stringContaining('Place')])
    await ed.key(box(ed), 'Enter')
    expect(labels.map((it) => it.getAttribute('aria-pressed'))).toEqual(['false', 'true'])
  })

  it('is not there for anything else', async () => {
    const ed = await showEditor('<View><Filter name="f" toName="t"/><Text name="t" value="$t"/></View>', { data })
    expect(ed.all('input[type="search"]')).toEqual([])
  })
})

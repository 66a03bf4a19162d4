// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { showEditor, useShownEditors } from '../../testing/showEditor'

const config = (attributes = '') =>
  `<View><Text name="t" value="$t"/><Labels name="l" toName="t"><Label value="A"/></Labels>
  <Number name="n" toName="t" ${attributes}/></View>`
const data = { t: 'Some text' }
const region = (id: string, start: number) => ({
  id,
  from_name: 'l',
  to_name: 't',
  type: 'labels',
  value: { start, end: start + 4, text: 'Some', labels: ['A'] },
})

describe('a Number', () => {
  useShownEditors()

  it.each([
    ['4', 'min="5"', 'The least is 5'],
    ['11', 'max="10"', 'The most is 10'],
    ['2.2', 'min="2" step="0.5"', 'steps of 0.5'],
  ])('%s with %s is not submitted', async (text, attributes, message) => {
    const ed = await showEditor(config(attributes), { data })
    await ed.type(ed.named('n'), text)
    expect(await ed.submit()).toBeUndefined()
    expect(ed.find('[role="alert"]').textContent).toContain(message)
  })

  it('is its default where nothing was said', async () => {
    const ed = await showEditor(config('defaultValue="3"'), { data })
    expect(await ed.submit()).toMatchObject([{ value: { number: 3 } }])
  })

  it('is its default for each region that needs one', async () => {
    const result = [region('x', 0), region('y', 5)]
    const attributes = 'perRegion="true" required="true" defaultValue="3"'
    const ed = await showEditor(config(attributes), { data, result, annotationId: 1 })
    const numbers = (await ed.submit())?.filter((it) => it.type === 'number')
    expect(numbers?.map((it) => [it.id, it.value])).toMatchObject([
      ['x', { number: 3 }],
      ['y', { number: 3 }],
    ])
  })

  it('that is slid says nothing until it is moved, and nothing again when cleared', async () => {
    const ed = await showEditor(config('slider="true" min="0" max="10"'), { data })
    expect(ed.find('output').textContent).toBe('–')
    await ed.key(ed.find('[role="slider"]'), 'ArrowRight')
    expect(ed.find('output').textContent).toBe('1')
    await ed.click(ed.named('Clear n'))
    expect(await ed.submit()).toEqual([])
  })

  it('gets the focus by its key', async () => {
    const ed = await showEditor(config('hotkey="m"'), { data })
    await ed.key(document.body, 'm')
    expect(document.activeElement).toBe(ed.named('n'))
  })

  it('is not in the way while its question is hidden', async () => {
    const hidden = `<View><Text name="t" value="$t"/><Choices name="c" toName="t"><Choice value="Yes"/></Choices>
      <View visibleWhen="choice-selected" whenTagName="c" whenChoiceValue="Yes"><Number name="n" toName="t" max="5"/></View></View>`
    const result = [{ id: 'n1', from_name: 'n', to_name: 't', type: 'number', value: { number: 9 } }]
    const ed = await showEditor(hidden, { data, result, annotationId: 1 })
    expect(await ed.submit()).toEqual([])
  })
})

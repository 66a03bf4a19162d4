// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import type { Json } from '../../model'
import { type ShownEditor, showEditor, useShownEditors } from '../../testing/showEditor'

const OPTIONS = '<Choice value="Red"/><Choice value="Green" alias="g"/><Choice value="Blue"/>'
const config = (attributes: string, options = OPTIONS) =>
  `<View><Text name="t" value="$t"/><Choices name="c" toName="t" ${attributes}>${options}</Choices></View>`
const data = { t: 'x' }
const box = (ed: ShownEditor, name: string) => ed.find(`input[aria-label="${name}"]`) as HTMLInputElement
const saved = async (ed: ShownEditor) => (await ed.submit())?.map((it) => it.value)
const press = (ed: ShownEditor, key: string) => ed.key(document.body, key)

describe('Choices on screen', () => {
  useShownEditors()

  it('single takes one, which a second press takes back', async () => {
    const ed = await showEditor(config(''), { data })
    await ed.click(box(ed, 'Red'))
    await ed.click(box(ed, 'Green'))
    expect(await saved(ed)).toEqual([{ choices: ['g'] }])
    await ed.click(box(ed, 'Green'))
    expect(await saved(ed)).toEqual([])
  })

  it('single-radio keeps its answer when it is pressed again', async () => {
    const ed = await showEditor(config('choice="single-radio"'), { data })
    for (let n = 0; n < 2; n++) await ed.click(box(ed, 'Red'))
    expect(await saved(ed)).toEqual([{ choices: ['Red'] }])
  })

  it('multiple takes several', async () => {
    const ed = await showEditor(config('choice="multiple"'), { data })
    for (const name of ['Blue', 'Red']) await ed.click(box(ed, name))
    expect(await saved(ed)).toEqual([{ choices: ['Blue', 'Red'] }])
  })

  it.each(['', 'layout="select"', 'choice="multiple" layout="select"'])(
    '%s is answered by keys',
    async (attributes) => {
      const ed = await showEditor(config(attributes), { data })
      await press(ed, '2')
      expect(await saved(ed)).toEqual([{ choices: ['g'] }])
      await press(ed, '2')
      expect(await saved(ed)).toEqual([])
    },
  )

  it('takes its options from the task, with those below them', async () => {
    const colours: Json[] = [
      { value: 'Warm', children: [{ value: 'Red' }, { value: 'Gold', alias: 'au' }] },
      { value: 'Cold' },
    ]
    const ed = await showEditor(config('value="$colours" allowNested="true" choice="multiple"', ''), {
      data: { ...data, colours },
    })
    await ed.click(box(ed, 'Gold'))
    await ed.click(box(ed, 'Cold'))
    expect(await saved(ed)).toEqual([{ choices: [['Warm', 'au'], ['Cold']] }])
  })

  it('has what the config selects, in new annotations alone', async () => {
    const options = '<Choice value="Red"/><Choice value="Green" selected="true"/>'
    const ed = await showEditor(config('', options), { data })
    expect(await saved(ed)).toEqual([{ choices: ['Green'] }])
    const stored = await showEditor(config('', options), { data, result: [], annotationId: 1 })
    expect(await saved(stored)).toEqual([])
  })

  it('shows follow-up questions inside a choice', async () => {
    const options = '<Choice value="Red"><View><TextArea name="why" toName="t"/></View></Choice><Choice value="Green"/>'
    const ed = await showEditor(config('', options), { data })
    await ed.type(ed.find('textarea[aria-label="why"]'), 'because')
    expect(await saved(ed)).toEqual([{ text: ['because'] }])
  })

  it('cannot be changed by people who only look', async () => {
    const ed = await showEditor(config(''), { data, readOnly: true })
    expect(box(ed, 'Red').disabled).toBe(true)
  })
})

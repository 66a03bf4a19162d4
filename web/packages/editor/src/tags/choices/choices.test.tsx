// @vitest-environment jsdom
import { act } from 'react'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Json } from '../../model'
import { type ShownEditor, showEditor, useShownEditors } from '../../testing/showEditor'

const OPTIONS = '<Choice value="Red"/><Choice value="Green" alias="g"/><Choice value="Blue"/>'
const config = (attributes: string, options = OPTIONS) =>
  `<View><Text name="t" value="$t"/><Choices name="c" toName="t" ${attributes}>${options}</Choices></View>`
const data = { t: 'x' }
const box = (ed: ShownEditor, name: string) => ed.find(`input[aria-label="${name}"]`) as HTMLInputElement
const saved = async (ed: ShownEditor) => (await ed.submit())?.map((it) => it.value)
const settle = () => act(async () => new Promise((done) => setTimeout(done)))
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

  describe('in a drop-down', () => {
    // Their chunk is there when it is asked for: otherwise tests would wait for the compiler.
    beforeAll(() => import('../Sanitised'))

    const nested =
      '<Choice value="Warm"><Choice value="Red" hint="As blood"/><Choice value="Gold" alias="au"/></Choice>'
    const opened = async (attributes: string, options: string) => {
      const ed = await showEditor(config(`layout="select" ${attributes}`, options), { data })
      await ed.click(ed.find('input[aria-label="c"]'))
      return ed
    }
    const names = (ed: ShownEditor) => ed.all('[role="option"]').map((it) => it.textContent)
    const option = (ed: ShownEditor, name: string) =>
      ed.all('[role="option"]').find((it) => it.textContent?.startsWith(name)) as HTMLElement

    it('shows hints and mark-up, and leaves what is read-only alone', async () => {
      const options =
        '<Choice value="A" readonly="true"/><Choice value="B" html="&lt;b&gt;Bold&lt;/b&gt;" hint="The second"/>'
      const ed = await opened('', options)
      await settle()
      expect(option(ed, 'Bold').querySelector('b')).not.toBeNull()
      expect(option(ed, 'Bold').querySelector('[title="The second"]')).not.toBeNull()
      await ed.click(option(ed, 'A'))
      await press(ed, '1')
      expect(await saved(ed)).toEqual([])
      await ed.click(option(ed, 'Bold'))
      expect(await saved(ed)).toEqual([{ choices: ['B'] }])
    })

    it('offers nested options by their titles, and takes the leaves of a parent', async () => {
      const ed = await opened('allowNested="true" choice="multiple"', nested)
      expect(names(ed)).toEqual(['Warm1', 'Red2', 'Gold3'])
      await ed.click(option(ed, 'Warm'))
      expect(await saved(ed)).toEqual([
        {
          choices: [
            ['Warm', 'Red'],
            ['Warm', 'au'],
          ],
        },
      ])
      expect(ed.element.textContent).toContain('Warm / Gold')
      await ed.click(option(ed, 'Warm'))
      expect(await saved(ed)).toEqual([])
    })

    it('is in the same order as the list with randomize', async () => {
      const options = [...'ABCDEF'].map((value) => `<Choice value="${value}"/>`).join('')
      const list = await showEditor(config('randomize="true"', options), { data })
      const inList = list.all('input[type="radio"]').map((it) => it.getAttribute('aria-label'))
      const ed = await opened('randomize="true"', options)
      expect(names(ed).map((it) => it?.[0])).toEqual(inList)
      expect(inList).not.toEqual([...'ABCDEF'])
    })

    it('leaves a heading where it is with randomize', async () => {
      const options = `<Header value="First"/>${[...'ABCDEF'].map((value) => `<Choice value="${value}"/>`).join('')}`
      const ed = await showEditor(config('randomize="true"', options), { data })
      expect(ed.find('[role="radiogroup"]').firstElementChild?.textContent).toBe('First')
    })

    it('asks follow-up questions, and keeps two options that are stored alike apart from a crash', async () => {
      const options = '<Choice value="A"><View><TextArea name="why" toName="t"/></View></Choice><Choice value="A"/>'
      const ed = await opened('', options)
      expect(names(ed)).toEqual(['A1'])
      await ed.type(ed.find('textarea[aria-label="why"]'), 'because')
      expect(await saved(ed)).toEqual([{ text: ['because'] }])
    })

    it('keeps an answer that the config does not offer', async () => {
      const result = [{ id: 'a', from_name: 'c', to_name: 't', type: 'choices', value: { choices: ['Gone'] } }]
      const ed = await showEditor(config('layout="select" choice="multiple"'), { data, result, annotationId: 1 })
      expect(ed.element.textContent).toContain('Gone')
      await press(ed, '1')
      expect(await saved(ed)).toEqual([{ choices: ['Gone', 'Red'] }])
    })
  })

  it('cannot be changed by people who only look', async () => {
    const ed = await showEditor(config(''), { data, readOnly: true })
    expect(box(ed, 'Red').disabled).toBe(true)
  })
})

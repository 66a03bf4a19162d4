// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { type ShownEditor, showEditor, useShownEditors } from '../../testing/showEditor'

const config = (attributes = '') => `<View><Text name="t" value="$t"/>
  <TextArea name="n" toName="t" ${attributes}><Shortcut value="[unclear]" alias="unclear" hotkey="ctrl+u"/><Shortcut value="…"/></TextArea>
</View>`
const data = { t: 'x' }
const fields = (ed: ShownEditor) => ed.all('textarea[aria-label^="n"]') as HTMLTextAreaElement[]
const button = (ed: ShownEditor, text: string) =>
  ed.all('button').find((it) => it.textContent?.startsWith(text)) as HTMLElement

describe('shortcuts of a TextArea', () => {
  useShownEditors()

  it('write in place of the selection, and the focus stays in the field', async () => {
    const ed = await showEditor(config(), { data })
    const [field] = fields(ed) as [HTMLTextAreaElement]
    await ed.type(field, 'a b c')
    field.focus()
    field.setSelectionRange(2, 3)
    await ed.click(button(ed, 'unclear'))
    expect(field.value).toBe('a [unclear] c')
    expect(document.activeElement).toBe(field)
    await ed.click(button(ed, '…'))
    expect(field.value).toBe('a [unclear]… c')
    expect(await ed.submit()).toMatchObject([{ value: { text: ['a [unclear]… c'] } }])
  })

  it('write into the main field when none had the focus', async () => {
    const ed = await showEditor(config(), { data })
    await ed.click(button(ed, '…'))
    expect(fields(ed)[0]?.value).toBe('…')
  })

  it('write into an entry that is being edited', async () => {
    const result = [{ id: 'a', from_name: 'n', to_name: 't', type: 'textarea', value: { text: ['one'] } }]
    const ed = await showEditor(config('editable="true"'), { data, result, annotationId: 1 })
    await ed.click(ed.named('Change entry'))
    const [entry] = fields(ed) as [HTMLTextAreaElement]
    entry.focus()
    entry.setSelectionRange(0, 0)
    await ed.key(entry, 'u', { ctrlKey: true })
    expect(await ed.submit()).toMatchObject([{ value: { text: ['[unclear]one'] } }])
  })

  it('have keys that do nothing outside of the fields', async () => {
    const ed = await showEditor(config(), { data })
    await ed.key(document.body, 'u', { ctrlKey: true })
    expect(fields(ed)[0]?.value).toBe('')
  })

  it('are not there for people who only look', async () => {
    const ed = await showEditor(config(), { data, readOnly: true })
    expect(button(ed, 'unclear')).toBeUndefined()
  })
})

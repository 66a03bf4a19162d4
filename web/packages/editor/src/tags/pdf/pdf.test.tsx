// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { testEditor } from '../../testing/testEditor'

const CONFIG = `<View><Pdf name="p" value="$file"/><Choices name="c" toName="p" perItem="true" required="true">
  <Choice value="Yes"/><Choice value="No"/></Choices></View>`

describe('answers about the pages of a PDF', () => {
  it('are asked for on every page, once it is known how many there are', async () => {
    const submitted: unknown[] = []
    const on = { submit: async (submission: unknown) => void submitted.push(submission) }
    const ed = await testEditor(CONFIG, { data: { file: 'a.pdf' }, on })
    const { annotation, editor } = ed
    annotation.pageCounts.set('p', 3)
    const control = editor.config.controls.get('c')
    if (!control) throw new Error('no control')
    for (const page of [0, 2]) annotation.setAnswer(control, ['Yes'], { page })
    expect(await editor.submit()).toBe(false)
    expect(editor.complaint.get()).toMatchObject({ code: 'required', itemIndex: 1 })
    expect(annotation.session.page.get().get('p')).toBe(1)
    annotation.setAnswer(control, ['No'], { page: 1 })
    expect(await editor.submit()).toBe(true)
    expect(ed.result().map((it) => it.item_index)).toEqual([0, 2, 1])
  })

  it('belong to the page that commands turn to', async () => {
    const { annotation, editor } = await testEditor(CONFIG, { data: { file: 'a.pdf' } })
    expect(editor.canTurnPage).toBe(false)
    annotation.pageCounts.set('p', 2)
    expect(editor.canTurnPage).toBe(true)
    for (let n = 0; n < 3; n++) editor.turnPage(1)
    expect(annotation.session.page.get().get('p')).toBe(1)
  })
})

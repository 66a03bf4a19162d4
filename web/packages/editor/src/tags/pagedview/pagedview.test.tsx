// @vitest-environment jsdom
import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { type ShownEditor, showEditor, useShownEditors } from '../../testing/showEditor'

const CONFIG = `<View><Repeater on="$pages" indexFlag="{{idx}}" mode="pagination">
  <Labels name="k_{{idx}}" toName="t_{{idx}}"><Label value="Name"/></Labels>
  <Text name="t_{{idx}}" value="$pages[{{idx}}]"/>
  <TextArea name="n_{{idx}}" toName="t_{{idx}}"/>
  <Choices name="c_{{idx}}" toName="t_{{idx}}" required="true"><Choice value="A"/></Choices>
</Repeater></View>`
const data = { pages: Array.from({ length: 12 }, (_, n) => `page ${n}`) }
const shown = (ed: ShownEditor) => ed.all('[data-control^="c_"]').map((it) => it.dataset.control)
const answers = data.pages.map((_, n) => ({
  id: `a${n}`,
  from_name: `c_${n}`,
  to_name: `t_${n}`,
  type: 'choices',
  value: { choices: ['A'] },
}))
const span = (page: number) => ({
  id: `r${page}`,
  from_name: `k_${page}`,
  to_name: `t_${page}`,
  type: 'labels',
  value: { start: 0, end: 4, text: 'page', labels: ['Name'] },
})

describe('pages of a Repeater', () => {
  useShownEditors()
  afterEach(() => {
    localStorage.clear()
    history.replaceState(null, '', '/')
  })

  it('are shown one at a time, and turned by button and by key', async () => {
    const ed = await showEditor(CONFIG, { data })
    expect(shown(ed)).toEqual(['c_0'])
    await ed.click(ed.named('Next page'))
    await ed.key(document.body, 'ArrowRight', { altKey: true })
    expect(shown(ed)).toEqual(['c_2'])
    await ed.key(document.body, 'ArrowLeft', { altKey: true })
    expect(shown(ed)).toEqual(['c_1'])
  })

  it('are as many at a time as was chosen, here and next time', async () => {
    const ed = await showEditor(CONFIG, { data })
    for (let n = 0; n < 6; n++) await ed.click(ed.named('Next page'))
    await act(async () => {
      const select = ed.find('.lw-stage select') as HTMLSelectElement
      select.value = '5'
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })
    expect(shown(ed)).toEqual(['c_5', 'c_6', 'c_7', 'c_8', 'c_9'])
    expect(localStorage.getItem('pages:repeater')).toBe('5')
    const again = await showEditor(CONFIG, { data })
    expect(shown(again)).toHaveLength(5)
  })

  it('stand in the address while the task is open', async () => {
    history.replaceState(null, '', '/?view_page=3&tab=1')
    const ed = await showEditor(CONFIG, { data })
    expect(shown(ed)).toEqual(['c_2'])
    await ed.click(ed.named('Next page'))
    expect(location.search).toBe('?view_page=4&tab=1')
  })

  it('keep what was typed and not added yet', async () => {
    const ed = await showEditor(CONFIG, { data, result: answers, annotationId: 1 })
    await ed.type(ed.find('textarea[aria-label="n_0"]'), 'words')
    await ed.click(ed.named('Next page'))
    const saved = await ed.submit()
    expect(saved?.find((it) => it.from_name === 'n_0')).toMatchObject({ value: { text: ['words'] } })
  })

  it('turn to what stands in the way of submitting', async () => {
    const without = answers.filter((it) => it.from_name !== 'c_7')
    const ed = await showEditor(CONFIG, { data, result: without, annotationId: 1 })
    expect(await ed.submit()).toBeUndefined()
    expect(shown(ed)).toEqual(['c_7'])
  })

  it('turn to the region that was selected', async () => {
    const result = [...answers, span(0), span(4)]
    const ed = await showEditor(CONFIG, { data, result, annotationId: 1 })
    await ed.key(document.body, '.', { altKey: true, code: 'Period' })
    await ed.key(document.body, '.', { altKey: true, code: 'Period' })
    expect(shown(ed)).toEqual(['c_4'])
    expect(await ed.submit()).toEqual(result)
  })
})

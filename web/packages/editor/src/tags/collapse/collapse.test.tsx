// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { type ShownEditor, showEditor, useShownEditors } from '../../testing/showEditor'

const config = (attributes: string, ...panels: string[]) => `<View><Text name="t" value="$t"/><Collapse ${attributes}>
  ${panels.map((it, n) => `<Panel ${it}><Choices name="c${n}" toName="t" required="true"><Choice value="A"/></Choices></Panel>`).join('')}
</Collapse></View>`
const heads = (ed: ShownEditor) => ed.all('.lw-stage button[aria-expanded]')
const open = (ed: ShownEditor) => heads(ed).map((it) => it.getAttribute('aria-expanded') === 'true')

describe('panels to fold', () => {
  useShownEditors()

  it('are titled by text, by data, or by their number', async () => {
    const ed = await showEditor(config('', 'value="Guide"', 'value="$title"', ''), { data: { title: 'From the task' } })
    expect(heads(ed).map((it) => it.textContent)).toEqual(['Guide', 'From the task', 'Panel 3'])
  })

  it('are open one at a time in an accordion', async () => {
    const ed = await showEditor(config('open="true"', '', '', ''))
    expect(open(ed)).toEqual([true, false, false])
    await ed.click(heads(ed)[1] as HTMLElement)
    expect(open(ed)).toEqual([false, true, false])
    await ed.click(heads(ed)[1] as HTMLElement)
    expect(open(ed)).toEqual([false, false, false])
  })

  it('are open as they please otherwise, and their own word counts first', async () => {
    const ed = await showEditor(config('accordion="false" open="true"', '', 'open="false"', ''))
    expect(open(ed)).toEqual([true, false, true])
    await ed.click(heads(ed)[1] as HTMLElement)
    expect(open(ed)).toEqual([true, true, true])
  })

  it('ask and save what is in a closed one, and open where an answer is missing', async () => {
    const ed = await showEditor(config('', 'open="true"', ''))
    const [first] = ed.all('input')
    await ed.click(first as HTMLElement)
    expect(await ed.submit()).toBeUndefined()
    expect(open(ed)).toEqual([false, true])
    await ed.click(ed.all('input')[1] as HTMLElement)
    expect((await ed.submit())?.map((it) => it.from_name)).toEqual(['c0', 'c1'])
  })
})

import { afterEach, describe, expect, it, vi } from 'vitest'
import { type EditorHarness, testEditor } from '../testing/testEditor'
import type { EditorEvents } from './options'

const CONFIG =
  '<View><Image name="i" value="$u"/><RectangleLabels name="r" toName="i"><Label value="A"/></RectangleLabels></View>'
const ADA = { id: 1, email: 'ada@example.org' }

const opened: EditorHarness[] = []

async function open(on: EditorEvents = {}, user = ADA): Promise<EditorHarness> {
  const tab = await testEditor(CONFIG, { user, on })
  opened.push(tab)
  return tab
}

afterEach(async () => {
  for (const tab of opened.splice(0)) await tab.editor.dispose()
})

const becomes = (tab: EditorHarness, state: string): Promise<void> =>
  vi.waitFor(() => expect(tab.editor.tabs.state.get()).toBe(state))

describe('one task in two tabs', () => {
  it('is known to both, and forgotten when one is closed', async () => {
    const one = await open()
    const two = await open()
    await becomes(one, 'shared')
    await becomes(two, 'shared')
    await two.editor.dispose()
    await becomes(one, 'alone')
  })

  it('is nothing to say to somebody else', async () => {
    const one = await open()
    await open({}, { id: 2, email: 'ben@example.org' })
    const mine = await open()
    await becomes(mine, 'shared')
    await becomes(one, 'shared')
    expect(opened[1]?.editor.tabs.state.get()).toBe('alone')
  })

  it('goes on where the person says; what was done elsewhere is saved first, and nothing is changed there any more', async () => {
    const drafts: number[] = []
    const saveDraft = async ({ result }: { result: readonly unknown[] }) => {
      drafts.push(result.length)
      return { id: 9 }
    }
    const one = await open({ saveDraft })
    const reopen = vi.fn()
    const two = await open({ reopen })
    await becomes(two, 'shared')
    one.pick('A').tool('rect').drag([10, 10], [40, 40])

    await two.editor.tabs.workHere()

    expect(one.editor.tabs.state.get()).toBe('held')
    expect(two.editor.tabs.state.get()).toBe('alone')
    expect(drafts).toEqual([1])
    expect(reopen).toHaveBeenCalledOnce()
    one.tool('rect').drag([50, 50], [80, 80])
    expect(one.regions()).toHaveLength(1)
    expect(await one.editor.submit()).toBe(false)
  })

  it('can be taken back, with what was done meanwhile', async () => {
    const reopen = vi.fn()
    const one = await open({ reopen })
    const two = await open()
    await becomes(one, 'shared')
    await two.editor.tabs.workHere()
    await becomes(one, 'held')
    await one.editor.tabs.workHere()
    expect(reopen).toHaveBeenCalledOnce()
    expect(two.editor.tabs.state.get()).toBe('held')
    one.pick('A').tool('rect').drag([10, 10], [40, 40])
    expect(one.regions()).toHaveLength(1)
  })

  it('keeps what was begun in the tab that is chosen', async () => {
    const reopen = vi.fn()
    const one = await open({ reopen })
    await open()
    await becomes(one, 'shared')
    one.pick('A').tool('rect').drag([10, 10], [40, 40])
    await one.editor.tabs.workHere()
    expect(reopen).not.toHaveBeenCalled()
    expect(one.regions()).toHaveLength(1)
  })
})

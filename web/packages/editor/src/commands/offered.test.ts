import { expect, it } from 'vitest'
import { testEditor } from '../testing/testEditor'
import { commandEntries } from '../view/dialogs/entries'

const CONFIG = '<View><Text name="t" value="$t"/><Rating name="r" toName="t"/></View>'
const HOSTS = ['task:next', 'task:previous', 'annotation:comment']

it('speaks of what only the page around can do where the page does it', async () => {
  const spokenOf = async (on: object): Promise<string[]> => {
    const { editor } = await testEditor(CONFIG, { data: { t: 'x' }, on })
    const ids = commandEntries(editor).map((it) => it.id)
    return HOSTS.filter((id) => ids.includes(id))
  }
  expect(await spokenOf({})).toEqual([])
  expect(await spokenOf({ nextTask: () => undefined })).toEqual(['task:next'])
})

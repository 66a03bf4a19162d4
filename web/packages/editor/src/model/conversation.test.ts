import { describe, expect, it } from 'vitest'
import { testEditor } from '../testing/testEditor'
import { captionOf } from './caption'
import { givenMessages, inOrderOfWriting, messageOf } from './conversation'
import type { JsonObject } from './records'

const CONFIG = '<View><Chat name="c" value="$m" minMessages="2" maxMessages="3"/></View>'
const said = (content: string, createdAt: number): JsonObject => ({
  chatmessage: { role: 'user', content, createdAt },
})
const open = (m: JsonObject[]) => testEditor(CONFIG, { data: { m }, on: { submit: async () => undefined } })

describe('messages of a task', () => {
  it('are a list, or a list as text; nothing is an empty conversation', () => {
    const list = [{ role: 'user', content: 'Hi' }]
    expect(givenMessages(list)).toEqual(list)
    expect(givenMessages(JSON.stringify(list))).toEqual(list)
    for (const nothing of [undefined, null, '', '[]', []]) expect(givenMessages(nothing)).toEqual([])
  })

  it.each(['https://example.org/chat.json', 7, { role: 'user' }, ['Hi']])('are none in %j', (value) => {
    expect(givenMessages(value)).toBeUndefined()
  })
})

describe('messages of an annotation', () => {
  it('are regions of the chat itself, in the order of writing', async () => {
    const ed = await open([])
    ed.annotation.create({ target: 'c', kind: 'chatmessage', shape: said('second', 20) })
    ed.annotation.create({ target: 'c', kind: 'chatmessage', shape: said('first', 10) })
    expect(inOrderOfWriting(ed.regions()).map((it) => messageOf(it).content)).toEqual(['first', 'second'])
    expect(ed.result()[0]).toMatchObject({
      from_name: 'c',
      to_name: 'c',
      type: 'chatmessage',
      value: { chatmessage: { role: 'user', content: 'second', createdAt: 20 } },
    })
    expect(ed.regions().map(captionOf)[0]).toEqual({ title: 'user', text: 'second' })
  })

  it('count with those of the task for the limits', async () => {
    const ed = await open([{ role: 'user', content: 'Hi' }])
    expect(await ed.editor.submit()).toBe(false)
    expect(ed.editor.complaint.get()).toMatchObject({ code: 'few-messages', control: 'c', limit: 2 })
    for (const at of [1, 2]) ed.annotation.create({ target: 'c', kind: 'chatmessage', shape: said('x', at) })
    expect(await ed.editor.submit()).toBe(true)
    ed.annotation.create({ target: 'c', kind: 'chatmessage', shape: said('x', 3) })
    expect(await ed.editor.submit()).toBe(false)
    expect(ed.editor.complaint.get()).toMatchObject({ code: 'many-messages', limit: 3 })
  })
})

import { ApiError, OfflineError } from '@labelwright/api'
import { describe, expect, it } from 'vitest'
import { Outbox, sendOrKeep, type Waiting, type WaitingStore } from './outbox.ts'

function memoryStore(kept: Waiting[] = []): WaitingStore {
  return {
    all: async () => [...kept],
    put: async (entry) => {
      const at = kept.findIndex((one) => one.unique_id === entry.unique_id)
      if (at < 0) kept.push(entry)
      else kept[at] = entry
    },
    remove: async (id) => {
      kept.splice(0, kept.length, ...kept.filter((one) => one.unique_id !== id))
    },
  }
}

const entry = (unique_id: string, user = 1): Waiting => ({
  unique_id,
  user,
  task: 7,
  fields: { result: [], unique_id },
})

class Server {
  received: string[] = []
  away = false
  refuses = new Set<string>()

  take = async ({ unique_id }: Waiting): Promise<void> => {
    if (this.away) throw new OfflineError('away')
    if (this.refuses.has(unique_id)) throw new ApiError(400, { detail: 'no such task' })
    this.received.push(unique_id)
  }
}

describe('the outbox', () => {
  it('sends at once while the server is there, and keeps nothing', async () => {
    const server = new Server()
    const kept: Waiting[] = []
    const outbox = new Outbox(memoryStore(kept), 1, server.take)
    expect(await sendOrKeep(outbox, entry('a'), server.take)).toBe('sent')
    expect(server.received).toEqual(['a'])
    expect(kept).toEqual([])
  })

  it('keeps answers while the server is away, over a reload, and sends them in their order', async () => {
    const server = new Server()
    const kept: Waiting[] = []
    server.away = true
    const before = new Outbox(memoryStore(kept), 1, server.take)
    await sendOrKeep(before, entry('a'), server.take)
    await sendOrKeep(before, entry('b'), server.take)
    await before.flush()
    expect(kept).toHaveLength(2)

    server.away = false
    const after = new Outbox(memoryStore(kept), 1, server.take)
    await after.flush()
    expect(server.received).toEqual(['a', 'b'])
    expect(kept).toEqual([])
    expect(after.waiting).toEqual([])
  })

  it('does not send what belongs to another account', async () => {
    const server = new Server()
    const kept = [entry('mine', 1), entry('theirs', 2)]
    await new Outbox(memoryStore(kept), 1, server.take).flush()
    expect(server.received).toEqual(['mine'])
    expect(kept.map((one) => one.unique_id)).toEqual(['theirs'])
  })

  it('sets a refused answer aside with the reason, and goes on with the others', async () => {
    const server = new Server()
    server.refuses.add('a')
    const outbox = new Outbox(memoryStore([entry('a'), entry('b')]), 1, server.take)
    await outbox.flush()
    expect(server.received).toEqual(['b'])
    expect(outbox.waiting).toMatchObject([{ unique_id: 'a', refused: 'no such task' }])
  })

  it('overwrites what somebody changed meanwhile only when told to', async () => {
    const sent: Waiting[] = []
    const outbox = new Outbox(memoryStore([{ ...entry('a'), annotation: 5, basedOn: 'yesterday' }]), 1, async (one) => {
      if (one.basedOn !== undefined) throw new ApiError(412, { detail: 'changed since' })
      sent.push(one)
    })
    await outbox.flush()
    expect(sent).toEqual([])
    expect(outbox.waiting).toMatchObject([{ unique_id: 'a', refused: 'changed since', overtaken: true }])
    await outbox.insist('a')
    expect(sent).toMatchObject([{ unique_id: 'a', annotation: 5 }])
    expect(outbox.waiting).toEqual([])
  })

  it('keeps of two changes of one annotation the later, on what the first stood on', async () => {
    const kept: Waiting[] = []
    const outbox = new Outbox(memoryStore(kept), 1, async () => undefined)
    await outbox.add({ ...entry('a'), annotation: 5, basedOn: 'morning' })
    await outbox.add({ ...entry('b'), annotation: 6 })
    await outbox.add({ ...entry('c'), annotation: 5, basedOn: 'noon' })
    expect(kept.map((one) => one.unique_id)).toEqual(['b', 'c'])
    expect(outbox.waiting[1]).toMatchObject({ unique_id: 'c', basedOn: 'morning' })
  })

  it('sends each answer once, however often it is told to', async () => {
    const server = new Server()
    const outbox = new Outbox(memoryStore([entry('a')]), 1, server.take)
    await Promise.all([outbox.flush(), outbox.flush()])
    await outbox.flush()
    expect(server.received).toEqual(['a'])
  })

  it('hands a refusal back to the page while the person is still there to see it', async () => {
    const server = new Server()
    server.refuses.add('a')
    const outbox = new Outbox(memoryStore(), 1, server.take)
    await expect(sendOrKeep(outbox, entry('a'), server.take)).rejects.toThrow('no such task')
    expect(outbox.waiting).toEqual([])
  })
})

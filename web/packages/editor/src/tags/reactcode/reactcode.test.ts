import { describe, expect, it } from 'vitest'
import { captionOf, type JsonObject, type WireItem } from '../../model'
import { readOutputs } from '../../model/outputs'
import { testEditor } from '../../testing/testEditor'
import { readSaid } from './messages'
import { carryOut, isOwn, toldOf } from './store'

const CONFIG = `<View><Text name="t" value="$text"/><ReactCode name="own" outputs="n:number(0,9)"/><ReactCode name="first" toName="t"/><ReactCode name="about" toName="t"/></View>`

async function open(result: readonly WireItem[] = [], readOnly = false) {
  const ed = await testEditor(CONFIG, { data: { text: 'x' }, result, readOnly })
  const { editor, annotation } = ed
  const storeOf = (name: string) => {
    const control = editor.config.controls.get(name)
    if (!control) throw new Error('no control')
    const schema: JsonObject | undefined = readOutputs(String(control.node.attrs.outputs ?? ''))
    return { editor, annotation, control, target: control.targets[0] ?? name, schema }
  }
  return { ed, own: storeOf('own'), about: storeOf('about') }
}

const item = (more: object = {}): WireItem => ({
  id: 'r',
  from_name: 'own',
  to_name: 'own',
  type: 'reactcode',
  origin: 'manual',
  value: { reactcode: { n: 1 } },
  ...more,
})

describe('what a component asks for', () => {
  it('is stored with what a person is to read of it, in one step', async () => {
    const { ed, own } = await open()
    expect(carryOut(own, { kind: 'add', value: { n: 3 }, displayText: 'Three' })).toBeUndefined()
    expect(ed.result()).toMatchObject([
      { from_name: 'own', to_name: 'own', type: 'reactcode', value: { reactcode: { n: 3 } } },
    ])
    expect(ed.regions().map(captionOf)).toEqual([{ title: 'Three', text: '' }])
    ed.undo()
    expect(ed.result()).toEqual([])
  })

  it('may be about another object, and is its own alone', async () => {
    const { ed, own, about } = await open()
    carryOut(about, { kind: 'add', value: 'said' })
    expect(ed.result()).toMatchObject([{ from_name: 'about', to_name: 't', value: { reactcode: 'said' } }])
    const [region] = ed.regions()
    expect(region && [isOwn(ed.annotation, about.control, region), isOwn(ed.annotation, own.control, region)]).toEqual([
      true,
      false,
    ])
    carryOut(own, { kind: 'delete', id: region?.id ?? '' })
    expect(ed.regions()).toHaveLength(1)
  })

  it('is refused where it does not fit, and leaves everything as it was', async () => {
    const { ed, own } = await open([item()])
    for (const change of [{ kind: 'add' } as const, { kind: 'update', id: 'r' } as const]) {
      expect(carryOut(own, { ...change, value: { n: 10 } })).toEqual({ path: 'n', code: 'most', expected: '9' })
    }
    expect(ed.result()).toEqual([item()])
  })

  it('changes a value under the key it has, and forgets a text that is no longer true', async () => {
    const old = item({
      type: 'custominterface',
      value: { custominterface: { n: 1 } },
      meta: { displayText: 'One', by: 'x' },
    })
    const { ed, own } = await open([old])
    expect(toldOf(ed.regions())).toEqual([{ id: 'r', value: '{"n":1}' }])
    carryOut(own, { kind: 'update', id: 'r', value: { n: 2 } })
    expect(ed.result()).toEqual([{ ...old, value: { custominterface: { n: 2 } }, meta: { by: 'x' } }])
    expect(ed.regions().map(captionOf)).toEqual([{ title: undefined, text: '2' }])
  })

  it('changes nothing that is locked, or only looked at', async () => {
    const locked = await open([item({ readonly: true })])
    const looked = await open([item()], true)
    for (const { ed, own } of [locked, looked]) {
      const before = ed.result()
      carryOut(own, { kind: 'update', id: 'r', value: { n: 2 } })
      carryOut(own, { kind: 'delete', id: 'r' })
      expect(ed.result()).toEqual(before)
    }
    carryOut(looked.own, { kind: 'add', value: { n: 2 } })
    expect(looked.ed.regions()).toHaveLength(1)
  })
})

describe('what is heard from a frame', () => {
  it.each([
    null,
    'ready',
    [],
    {},
    { kind: 'constructor' },
    { kind: 'add' },
    { kind: 'add', value: { n: 1 } },
    { kind: 'add', value: '{' },
    { kind: 'add', value: `"${'x'.repeat(1_000_001)}"` },
    { kind: 'update', id: 'r' },
  ])('is nothing when no component of ours would say it: %#', (said) => {
    expect(readSaid(said)).toBeUndefined()
  })

  it('is read field by field', () => {
    expect(readSaid({ kind: 'add', value: '[1]', displayText: 7, more: 1 })).toEqual({
      kind: 'add',
      value: [1],
      displayText: '',
    })
    expect(readSaid({ kind: 'size', height: Number.NaN })).toEqual({ kind: 'size', height: 0 })
    expect(readSaid({ kind: 'failed', message: 'x'.repeat(9999) })).toEqual({
      kind: 'failed',
      message: 'x'.repeat(500),
      fatal: false,
    })
    expect(readSaid({ kind: 'key', key: 'z', code: 'KeyZ', ctrlKey: 1, metaKey: true })).toEqual({
      kind: 'key',
      key: 'z',
      code: 'KeyZ',
      ctrlKey: false,
      metaKey: true,
      altKey: false,
      shiftKey: false,
    })
  })
})

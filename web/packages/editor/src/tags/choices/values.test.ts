import { describe, expect, it } from 'vitest'
import { type Option, readConfig } from '../../model'
import { checkOf, pickedKeys, toggle } from './values'

const { controls } = readConfig(`<View><Text name="t" value="$t"/><Choices name="c" toName="t">
  <Choice value="A"><Choice value="A1"/><Choice value="A2"/></Choice><Choice value="B" alias="bee"/></Choices></View>`)
const [a, b] = controls.get('c')?.options ?? []
const [a1] = a?.children ?? []
const is = (option: Option | undefined): Option => option as Option

const SINGLE = { nested: false, multiple: false }
const MULTIPLE = { nested: false, multiple: true }
const NESTED = { nested: true, multiple: true }

describe('picking', () => {
  it('one replaces the other, and picking it again takes the answer back', () => {
    const first = toggle(is(a), undefined, SINGLE)
    expect(first).toEqual(['A'])
    const second = toggle(is(b), first, SINGLE)
    expect(second).toEqual(['bee'])
    expect(toggle(is(b), second, SINGLE)).toBeUndefined()
  })

  it('several keeps the others', () => {
    expect(toggle(is(b), ['A'], MULTIPLE)).toEqual(['A', 'bee'])
  })

  it('nested writes paths, and a parent stands for its leaves', () => {
    expect(toggle(is(a1), undefined, NESTED)).toEqual([['A', 'A1']])
    const both = toggle(is(a), undefined, NESTED)
    expect(both).toEqual([
      ['A', 'A1'],
      ['A', 'A2'],
    ])
    expect(checkOf(is(a), pickedKeys(both), NESTED)).toBe('on')
    expect(checkOf(is(a), pickedKeys([['A', 'A1']]), NESTED)).toBe('partly')
    expect(toggle(is(a), both, NESTED)).toBeUndefined()
  })
})

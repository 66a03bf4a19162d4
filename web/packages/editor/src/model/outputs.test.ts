import { describe, expect, it } from 'vitest'
import { misfit, readOutputs } from './outputs'
import type { Json } from './records'

const check = (outputs: string, value: Json) => misfit(value, readOutputs(outputs) ?? {})

describe('what a component may hand over', () => {
  it('is anything where nothing is said', () => {
    expect(readOutputs('  ')).toBeUndefined()
    expect(check('a, b', { a: [1], c: null })).toBeUndefined()
    expect(check('a', 'text')).toEqual({ path: '', code: 'type', expected: 'object' })
  })

  it.each([',', ';', '|', '\t', '\n', ' ; '])('is a list of fields, parted by %o', (mark) => {
    const outputs = ['row:number(1,9)', 'reason:choices(wrong sum,typo)', 'free'].join(mark)
    expect(check(outputs, { row: 3, reason: 'wrong sum', free: {} })).toBeUndefined()
    expect(check(outputs, { row: 0 })).toEqual({ path: 'row', code: 'least', expected: '1' })
    expect(check(outputs, { row: 10 })).toEqual({ path: 'row', code: 'most', expected: '9' })
    expect(check(outputs, { row: '3' })).toEqual({ path: 'row', code: 'type', expected: 'number' })
    expect(check(outputs, { reason: 'sum' })).toEqual({ path: 'reason', code: 'choice', expected: 'wrong sum, typo' })
  })

  it('has stars and several choices', () => {
    const outputs = 'stars:rating(5); tags:multichoices(a, b)'
    expect(check(outputs, { stars: 5, tags: ['b', 'a'] })).toBeUndefined()
    expect(check(outputs, { stars: 2.5 })?.code).toBe('type')
    expect(check(outputs, { tags: ['a', 'c'] })).toEqual({ path: 'tags[1]', code: 'choice', expected: 'a, b' })
  })

  it('is a JSON Schema', () => {
    const outputs =
      '{"type":"object","required":["at"],"properties":{"at":{"type":"object","properties":{"x":{"type":"integer"}}}}}'
    expect(check(outputs, { at: { x: 1 } })).toBeUndefined()
    expect(check(outputs, {})).toEqual({ path: '', code: 'missing', expected: 'at' })
    expect(check(outputs, { at: { x: 1.5 } })).toEqual({ path: 'at.x', code: 'type', expected: 'integer' })
    expect(check('{"type":["string","null"]}', 3)?.expected).toBe('string, null')
  })

  it('is bare properties of one', () => {
    expect(check('{"mood":{"enum":["good",{"bad":1}]}}', { mood: { bad: 1 } })).toBeUndefined()
    expect(check('{"mood":{"enum":["good"]}}', { mood: 'x' })?.path).toBe('mood')
  })

  it('cannot be told from what is no JSON', () => {
    expect(() => readOutputs('{"type":')).toThrow(SyntaxError)
  })
})

import { describe, expect, it } from 'vitest'
import { ANY_FIELD, decode, firstRecord, nameFields } from './sample.ts'

const bytes = (...values: number[]) => new Uint8Array(values).buffer

describe('firstRecord', () => {
  it('reads the first row of a table, quoted cells and all', () => {
    const text = 'text,note\n"a, ""quoted""\nline",x\nnext,y\n'
    expect(firstRecord(text, 'csv')).toEqual({ text: 'a, "quoted"\nline', note: 'x' })
  })

  it('finds out that a table is separated by semicolons', () => {
    expect(firstRecord('a;b\n1;2', 'csv')).toEqual({ a: '1', b: '2' })
  })

  it('reads the first object of a list that is cut off', () => {
    expect(firstRecord('[{"data": {"text": "br}ace", "n": 1}}, {"data": {"te', 'json')).toEqual({
      text: 'br}ace',
      n: 1,
    })
  })

  it('gives nothing for what it cannot read', () => {
    expect(firstRecord('{"text": "not closed', 'json')).toBeUndefined()
    expect(firstRecord('only a header', 'csv')).toBeUndefined()
    expect(firstRecord('12', 'json')).toBeUndefined()
  })
})

describe('decode', () => {
  it('reads UTF-8 with and without a mark, UTF-16 and GB18030', () => {
    expect(decode(bytes(0xef, 0xbb, 0xbf, 0x61))).toBe('a')
    expect(decode(bytes(0xe4, 0xb8, 0xad))).toBe('中')
    expect(decode(bytes(0xff, 0xfe, 0x2d, 0x4e))).toBe('中')
    expect(decode(bytes(0xd6, 0xd0, 0xce, 0xc4))).toBe('中文')
  })

  it('is not confused by a character that was cut in two', () => {
    expect(decode(bytes(0xe4, 0xb8, 0xad, 0xe6, 0x96))).toBe('中')
  })
})

describe('nameFields', () => {
  it('gives a file without column names to the first field of the config', () => {
    const config = '<View><Header value="Look"/><Image name="i" value="$photo"/></View>'
    expect(nameFields({ [ANY_FIELD]: '/data/upload/1/a.jpg' }, config)).toEqual({ photo: '/data/upload/1/a.jpg' })
    expect(nameFields({ text: 'a' }, config)).toEqual({ text: 'a' })
  })
})

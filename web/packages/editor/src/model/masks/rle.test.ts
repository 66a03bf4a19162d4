import { describe, expect, it } from 'vitest'
import { decodeRle, encodeRle, RleError } from './rle'

/** Bits as text, most significant first, padded to whole bytes. */
const bytes = (bits: string): number[] => {
  const packed = bits.replaceAll(' ', '')
  return (packed.padEnd(Math.ceil(packed.length / 8) * 8, '0').match(/.{8}/g) ?? []).map((byte) =>
    Number.parseInt(byte, 2),
  )
}
const bits = (value: number, width: number): string => value.toString(2).padStart(width, '0')
const header = (values: number): string => `${bits(values, 32)} 00111 0010 0011 0111 1111`

describe('the mask code', () => {
  it('is bit for bit what the format says', () => {
    const expected = bytes(`${header(12)} 1 00 ${bits(3, 3)} ${bits(0, 8)} 1 00 ${bits(7, 3)} ${bits(255, 8)}`)
    expect([...encodeRle(Uint8Array.from([0, 255, 255]))]).toEqual(expected)
  })

  it('gives masks back, with runs of every width', () => {
    const mask = new Uint8Array(40_000)
    mask.fill(255, 1, 3)
    mask.fill(7, 10, 14)
    mask.fill(255, 100, 160)
    mask.fill(128, 1000, 20_000)
    expect(decodeRle(encodeRle(mask), mask.length)).toEqual(mask)
  })

  it('reads literal blocks and runs that begin inside a pixel', () => {
    const literal = `0 00 ${bits(3, 3)} ${[9, 9, 9, 77].map((value) => bits(value, 8)).join('')}`
    const run = `1 00 ${bits(5, 3)} ${bits(255, 8)}`
    const rest = `1 00 ${bits(1, 3)} ${bits(0, 8)}`
    expect([...decodeRle(bytes(`${header(12)}${literal}${run}${rest}`), 3)]).toEqual([77, 255, 0])
  })

  it('refuses a mask of another size, one that ends early, and one that overflows', () => {
    const code = encodeRle(Uint8Array.from([0, 255, 255, 0]))
    expect(() => decodeRle(code, 5)).toThrow(RleError)
    expect(() => decodeRle(code.slice(0, 9), 4)).toThrow('ends early')
    expect(() => decodeRle(bytes(`${header(4)} 1 00 ${bits(7, 3)} ${bits(1, 8)}`), 1)).toThrow('more values')
    expect(() => decodeRle([1, 2], 1)).toThrow('no header')
  })
})

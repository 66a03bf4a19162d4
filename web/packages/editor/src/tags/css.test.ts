import { describe, expect, it } from 'vitest'
import { readLength, readStyle } from './css'

describe('a style attribute', () => {
  it('becomes a style object', () => {
    expect(readStyle('display: flex; margin-top:4px; --gap: 2px')).toEqual({
      display: 'flex',
      marginTop: '4px',
      '--gap': '2px',
    })
  })

  it('leaves out what would call out of the page', () => {
    expect(readStyle('background: url(https://evil.example/x.png); color: red')).toEqual({ color: 'red' })
    expect(readStyle('background: URL ("//evil.example")')).toEqual({})
    expect(readStyle('background: u\\72l(//evil.example); --a: \\75 rl(//evil.example)')).toEqual({})
  })

  it('survives nonsense', () => {
    expect(readStyle('flex; : ; color')).toEqual({})
    expect(readStyle(undefined)).toBeUndefined()
  })
})

it.each([
  ['300', '300px'],
  ['1.5', '1.5px'],
  ['20em', '20em'],
  [undefined, undefined],
])('a length %s is %s', (written, length) => {
  expect(readLength(written)).toBe(length)
})

import { describe, expect, it } from 'vitest'
import { readStyle } from './css'

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
  })

  it('survives nonsense', () => {
    expect(readStyle('flex; : ; color')).toEqual({})
    expect(readStyle(undefined)).toBeUndefined()
  })
})

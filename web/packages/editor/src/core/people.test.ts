import { describe, expect, it } from 'vitest'
import { personOf } from './people'

describe('people', () => {
  it('are read as the wire names them', () => {
    expect(personOf('Ada Lovelace ada@example.org, 7')).toEqual({ name: 'Ada Lovelace', initials: 'AL', id: 7 })
    expect(personOf(' ben.okafor@example.org, 12')).toEqual({ name: 'ben.okafor', initials: 'BO', id: 12 })
    expect(personOf('wu@example.org')).toEqual({ name: 'wu', initials: 'WU' })
  })

  it('have something to show whatever the text is', () => {
    expect(personOf(' , None').initials).not.toBe('')
    expect(personOf('')).toEqual({ name: '', initials: '' })
    expect(personOf('李 雷 l@example.org, 3').initials).toBe('李雷')
  })
})

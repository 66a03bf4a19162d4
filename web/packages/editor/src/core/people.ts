/** Who made something, as the wire names people: `Ada Lovelace ada@example.org, 7`, with a blank where the name would be. */

export interface Person {
  /** The full name, else the part of the address before the @. */
  readonly name: string
  readonly initials: string
  readonly id?: number
}

export function personOf(username: string): Person {
  const [, given = '', id] = /^(.*?)(?:,\s*(\d+))?$/.exec(username.trim()) ?? []
  const words = given.split(/\s+/).filter((word) => word !== '')
  const spoken = words.filter((word) => !word.includes('@'))
  const name = spoken.length > 0 ? spoken.join(' ') : (words[0]?.split('@')[0] ?? '')
  return { name, initials: initialsOf(name), ...(id === undefined ? {} : { id: Number(id) }) }
}

/** Two letters: of first and last name, or the first two of the only one. */
export function initialsOf(name: string): string {
  const parts = name.split(/[\s._-]+/).filter((part) => part !== '')
  const [first = '', last] = [parts[0], parts.length > 1 ? parts[parts.length - 1] : undefined]
  const letters = last === undefined ? [...first].slice(0, 2) : [...first].slice(0, 1).concat([...last].slice(0, 1))
  return letters.join('').toLocaleUpperCase()
}

/**
 * Colours of labels that name none. Each follows from the label's text, so it is the same in every task and project;
 * where two labels of one config would share a colour the later one takes the next free one.
 */

/** Even steps of hue, at lightnesses that stand out from white and from near-black alike. */
const PALETTE = [
  '#d8433b',
  '#2f8fd6',
  '#3c9a3f',
  '#b457d6',
  '#c77700',
  '#0a9a8f',
  '#d6408b',
  '#6f76e8',
  '#8a8d00',
  '#1c97b8',
  '#e0622a',
  '#8d63e0',
  '#5c9a1f',
  '#c9489f',
  '#ad8200',
  '#21995f',
  '#e0556b',
  '#4a83e6',
  '#a07a4a',
  '#a55ac2',
  '#6b8e7f',
  '#c65f56',
  '#5e88a8',
  '#9a7b9e',
] as const

/** The colour that the spec gives as the default of `Label background`: same as none. */
const UNSET = '#36b37e'

export class LabelColours {
  private readonly byText = new Map<string, string>()
  private readonly taken = new Set<string>()

  /** `given` is the config's own colour, if any. */
  of(text: string, given?: string): string {
    if (given && given.toLowerCase() !== UNSET) return given
    const known = this.byText.get(text)
    if (known) return known
    const colour = this.free(hash(text))
    this.byText.set(text, colour)
    this.taken.add(colour)
    return colour
  }

  private free(start: number): string {
    for (let i = 0; i < PALETTE.length; i++) {
      const colour = PALETTE[(start + i) % PALETTE.length] as string
      if (!this.taken.has(colour)) return colour
    }
    return PALETTE[start % PALETTE.length] as string
  }
}

/** FNV-1a: short, and spreads short words well. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    value ^= text.charCodeAt(i)
    value = Math.imul(value, 0x01000193)
  }
  return value >>> 0
}

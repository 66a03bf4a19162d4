const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'

/** An id as the wire has them: ten characters, some 60 bits, of which one annotation needs few. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  return Array.from(bytes, (byte) => ALPHABET[byte & 63]).join('')
}

/** A control answers once about a region, or about an object, or about a page of it. */
export function answerId(control: string, about: { region?: string; target: string; itemIndex?: number }): string {
  const page = about.region === undefined && about.itemIndex !== undefined ? `#${about.itemIndex}` : ''
  return `${control}@${about.region ?? about.target}${page}`
}

/** One relation per ordered pair. */
export const relationId = (from: string, to: string): string => `${from}>${to}`

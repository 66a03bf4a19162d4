/** Texts that a task carries encoded. */

export type Encoding = 'none' | 'base64' | 'base64unicode'

/** `base64` is Latin-1, `base64unicode` UTF-8. Undefined when the text is not in that encoding. */
export function decode(text: string, encoding: Encoding): string | undefined {
  if (encoding === 'none') return text
  try {
    const bytes = atob(text)
    return encoding === 'base64'
      ? bytes
      : new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)))
  } catch {
    return undefined
  }
}

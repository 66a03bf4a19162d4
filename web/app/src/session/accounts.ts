import type { Hotkeys } from '@labelwright/api'

/** What the server tells the pages before the log-in, in the page itself (`<meta name="labelwright">`). */
export interface EntranceFacts {
  /** Keys of the editor that the server gives everybody. */
  keymap?: Hotkeys
  /** Nobody has an account yet: whoever makes the first one owns the workspace. */
  first?: boolean
  /** Why this address may not sign up, where it may not. */
  signup?: string
}

export function entranceFacts(): EntranceFacts {
  const content = document.querySelector<HTMLMetaElement>('meta[name="labelwright"]')?.content
  try {
    return content ? JSON.parse(content) : {}
  } catch {
    return {}
  }
}

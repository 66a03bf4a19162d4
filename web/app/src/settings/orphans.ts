/** What annotations need and a new config no longer has, read from what the server says when it checks one. */

export interface LostLabel {
  readonly label: string
  readonly annotations: number
  readonly drafts: number
}

export interface Orphans {
  /** Saving is possible all the same: only labels are lost. */
  readonly labels: readonly LostLabel[]
  /** What saving is refused for, in the server's words. */
  readonly refused: readonly string[]
}

const LABELS = /^These labels still exist in annotations or drafts:/
const LABEL = /^(.*) \((\d+) annotations, (\d+) drafts\)$/gm
const REFUSED = [/^Created annotations are incompatible/, /^There are \d+ annotation\(s\) created with tag/]

/** Undefined when the messages are about something else. */
export function orphansIn(messages: readonly string[]): Orphans | undefined {
  const labels = messages.filter((one) => LABELS.test(one))
  const refused = messages.filter((one) => REFUSED.some((pattern) => pattern.test(one)))
  if (labels.length + refused.length === 0 || labels.length + refused.length < messages.length) return undefined
  return {
    labels: labels.flatMap((message) =>
      [...message.matchAll(LABEL)].map(([, label = '', annotations, drafts]) => ({
        ...{ label, annotations: Number(annotations), drafts: Number(drafts) },
      })),
    ),
    refused,
  }
}

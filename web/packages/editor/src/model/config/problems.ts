/** What can be wrong with a config, in the words of its author. Codes and texts are those of the server. */

import type { Position } from './xml'

export type Severity = 'error' | 'warning'

export interface Problem extends Position {
  /** Name of the tag it is about; empty when it is about none. */
  readonly tag: string
  readonly code: string
  readonly message: string
  /** An error is what `validate` refuses. */
  readonly severity: Severity
  /** What was probably meant: a tag, an attribute, a name or a value. */
  readonly suggestion: string | undefined
}

export const inPlace = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort(
    (a, b) =>
      a.line - b.line || a.column - b.column || Number(a.severity > b.severity) - Number(a.severity < b.severity),
  )

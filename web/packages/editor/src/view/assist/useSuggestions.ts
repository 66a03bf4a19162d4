/** The suggestions of the open version; undefined where no model can be asked. */

import type { Suggestions } from '../../core/suggestions'
import { Atom, type Readable } from '../../model'
import { useEditor, useValue } from '../context'

const NONE: Readable<readonly string[]> = new Atom<readonly string[]>([])

export const useSuggestions = (): Suggestions | undefined => useValue(useEditor().assist.suggestions)

/** Ids of the suggested regions that wait for a decision. */
export const useOffered = (suggestions: Suggestions | undefined): readonly string[] =>
  useValue(suggestions?.offered.regionIds ?? NONE)

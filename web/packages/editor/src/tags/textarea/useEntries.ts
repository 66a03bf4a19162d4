/**
 * The entries of a TextArea and the one in the making. What is being typed stands in the answer already, as its last
 * entry, so that drafts and the journal have it; only here it is known that it is not finished.
 */

import { useCallback, useEffect, useRef, useState } from 'react'
import { useEditor } from '../../view/context'
import type { Asked } from '../../view/useAnswer'
import { isKnown, TypingClock, textsIn } from './texts'

export interface Entries {
  /** Those that are finished. */
  readonly texts: readonly string[]
  readonly typed: string
  type: (text: string) => void
  /** Finishes what is being typed. */
  add: () => void
  change: (index: number, text: string) => void
  remove: (index: number) => void
}

interface EntriesOptions {
  readonly skipDuplicates: boolean
  /** What the field starts with where nothing was said yet. */
  readonly start: string
}

/** Between the last key and the writing of it: a step of undo is what was typed in one go. */
const REST_MS = 600

export function useEntries(asked: Asked, { skipDuplicates, start }: EntriesOptions): Entries {
  const editor = useEditor()
  const all = textsIn(asked.value)
  const [typed, setTyped] = useState(all.length === 0 ? start : '')
  // Where in the answer it stands; undefined while it is not in it.
  const [place, setPlace] = useState<number>()
  const written = useRef('')
  const [clock] = useState(() => new TypingClock())
  const texts = place === undefined ? all : all.filter((_, index) => index !== place)

  const write = (next: readonly string[]): void => {
    const spent = asked.meta?.lead_time
    const seconds = (typeof spent === 'number' ? spent : 0) + clock.take()
    const meta = seconds > 0 ? { lead_time: Math.round(seconds * 1000) / 1000 } : undefined
    asked.set(next.length === 0 ? undefined : [...next], meta)
  }

  const keep = (): void => {
    const own = typed.trim()
    if (own === written.current || asked.readOnly || !asked.shown) return
    const isSkipped = own === '' || (skipDuplicates && isKnown(texts, own))
    written.current = isSkipped ? '' : own
    setPlace(isSkipped ? undefined : texts.length)
    write(isSkipped ? texts : [...texts, own])
  }
  const latest = useRef(keep)
  useEffect(() => {
    latest.current = keep
  })
  const keepNow = useCallback(() => latest.current(), [])
  useEffect(() => {
    if (typed.trim() === written.current) return
    const resting = setTimeout(keepNow, REST_MS)
    return () => clearTimeout(resting)
  }, [typed, keepNow])
  useEffect(() => editor.onFlush(keepNow), [editor, keepNow])
  // Another region is selected, or the page is turned: what was typed belongs to what it was about.
  useEffect(() => keepNow, [keepNow])

  // Undo reaches into what is being typed.
  const stands = place === undefined ? undefined : (all[place] ?? '')
  useEffect(() => {
    if (stands === undefined || stands === written.current) return
    written.current = stands
    setTyped(stands)
    if (stands === '') setPlace(undefined)
  }, [stands])

  return {
    texts,
    typed,
    type: (text) => {
      clock.typed()
      setTyped(text)
    },
    add: () => {
      keep()
      written.current = ''
      setPlace(undefined)
      setTyped('')
    },
    change: (index, text) => {
      const own = text.trim()
      write(own === '' ? all.toSpliced(index, 1) : all.with(index, own))
    },
    remove: (index) => {
      if (place !== undefined && index < place) setPlace(place - 1)
      write(all.toSpliced(index, 1))
    },
  }
}

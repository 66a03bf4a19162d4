/** What the editor and the frame of a component say to one another. The frame is not trusted: what it says is read. */

import { isObject, type Json } from '../../model'

/** A region as the component gets it; its value is JSON. */
export interface ToldRegion {
  readonly id: string
  readonly value: string
}

export interface ViewState {
  readonly currentScreen: 'quick_view' | 'side_by_side' | 'label_stream'
  readonly darkMode: boolean
}

export interface Told {
  readonly turn: number
  readonly regions: readonly ToldRegion[]
  readonly viewState: ViewState
  /** With the first message only. */
  readonly code?: string
  readonly data?: Json | undefined
}

export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

export type Said =
  | { readonly kind: 'ready' }
  | { readonly kind: 'add'; readonly value: Json; readonly displayText?: string }
  | { readonly kind: 'update'; readonly id: string; readonly value: Json; readonly displayText?: string }
  | { readonly kind: 'delete'; readonly id: string }
  | { readonly kind: 'failed'; readonly message: string; readonly fatal: boolean }
  | { readonly kind: 'size'; readonly height: number }
  | { readonly kind: 'seen'; readonly turn: number }
  | ({ readonly kind: 'key' } & KeyPress)

/** A value of more than this is no label any more. */
const LONGEST_VALUE = 1_000_000
const LONGEST_TEXT = 500

const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : '')
const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0)

function valueIn(written: unknown): { readonly value: Json } | undefined {
  if (typeof written !== 'string' || written.length > LONGEST_VALUE) return undefined
  try {
    return { value: JSON.parse(written) as Json }
  } catch {
    return undefined
  }
}

/** Undefined for what no component of ours would say. */
export function readSaid(data: unknown): Said | undefined {
  if (!isObject(data)) return undefined
  const shown = data.displayText === undefined ? {} : { displayText: text(data.displayText) }
  const read = valueIn(data.value)
  switch (data.kind) {
    case 'ready':
      return { kind: 'ready' }
    case 'add':
      return read && { kind: 'add', ...read, ...shown }
    case 'update':
      return read && { kind: 'update', id: text(data.id), ...read, ...shown }
    case 'delete':
      return { kind: 'delete', id: text(data.id) }
    case 'failed':
      return { kind: 'failed', message: text(data.message), fatal: data.fatal === true }
    case 'size':
      return { kind: 'size', height: number(data.height) }
    case 'seen':
      return { kind: 'seen', turn: number(data.turn) }
    case 'key': {
      const { key, code, ctrlKey, metaKey, altKey, shiftKey } = data
      const held = { ctrlKey: ctrlKey === true, metaKey: metaKey === true, altKey: altKey === true }
      return { kind: 'key', key: text(key), code: text(code), ...held, shiftKey: shiftKey === true }
    }
    default:
      return undefined
  }
}

/** What the editor has to tell the person, and what stands in the way of sending. */

import type { Failure, PasteProblem } from '../model'
import type { Refusal } from './labels'

/** Something to tell the person; what it says in which language is for the view. */
export type Notice =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'failed'
      readonly action: 'submit' | 'skip' | 'delete' | 'comment' | 'addItem'
      readonly message: string
    }
  | { readonly kind: 'recovered' }
  | { readonly kind: 'noFullScreen' }
  | { readonly kind: 'copiedText'; readonly what: 'id' | 'link' }
  /** Not all of the clipboard fitted. */
  | { readonly kind: 'pasted'; readonly count: number; readonly problems: readonly PasteProblem[] }
  | { readonly kind: 'done'; readonly action: 'submit' | 'update' | 'skip' }
  /** Regions became so many of another kind, which cannot have the holes they had. */
  | { readonly kind: 'converted'; readonly count: number; readonly holes: number }

/** What stands in the way of submitting. */
export type Complaint = Failure | { readonly code: 'empty' }

/** For screen readers. */
export type News =
  | {
      readonly kind: 'created' | 'deleted' | 'duplicated' | 'copied' | 'pasted' | 'selectedAll'
      readonly count: number
      readonly labels: string
    }
  | { readonly kind: 'undone' | 'redone' | 'labelled' | 'selected' | 'combined'; readonly labels: string }
  /** How many suggestions wait for a decision. */
  | { readonly kind: 'suggested'; readonly count: number }
  | {
      readonly kind: 'arranged'
      readonly labels: string
      /** Its place among `count`, from 1, that hang on the same region; that one's labels, or nothing. */
      readonly place: number
      readonly count: number
      readonly under: string
    }
  /** Where the cross hair of the keyboard stands, in percent of the picture; there it may have set a point. */
  | { readonly kind: 'aimed' | 'pointSet'; readonly x: number; readonly y: number }

/** What a page hands to `new LabelStudio(element, options)`. */

import type { CustomKeys } from '../../model'
import type { CustomButtons } from './buttons'
import type { LabelStudioEvents } from './events'
import type { GivenTask } from './task'

export interface GivenUser {
  readonly id?: number
  readonly pk?: number
  readonly firstName?: string | null
  readonly lastName?: string | null
  readonly email?: string
  readonly avatar?: string | null
  readonly initials?: string
}

type Handlers = {
  readonly [N in keyof LabelStudioEvents as `on${Capitalize<N>}`]?: (...args: LabelStudioEvents[N]) => unknown
}

export interface LabelStudioOptions extends Handlers {
  /** The labelling config, XML. */
  readonly config?: string
  /** Replaces the default list. */
  readonly interfaces?: readonly string[]
  readonly task?: GivenTask
  readonly user?: GivenUser
  readonly users?: readonly GivenUser[]
  /** Shown to the annotator before labelling, HTML. */
  readonly description?: string
  readonly messages?: Readonly<Record<string, string>>
  readonly keymap?: CustomKeys
  readonly queueTotal?: number
  readonly queuePosition?: number
  readonly customButtons?: CustomButtons
  readonly settings?: Readonly<Record<string, unknown>>
  /** Of ours: whether it stands in a shadow tree; yes, unless said otherwise. */
  readonly shadow?: boolean
  readonly locale?: 'en' | 'zh-CN'
  readonly colorScheme?: 'light' | 'dark'
  /** Models are asked, and what they suggest is taken without a review, whatever the person's own switches say. */
  readonly forceAutoAnnotation?: boolean
  readonly forceAutoAcceptSuggestions?: boolean
  /** Accepted, and of no effect: `docs/guide/embedding.md` says why. */
  readonly instanceOptions?: unknown
  readonly secureMode?: boolean
  readonly commentClassificationConfig?: string
}

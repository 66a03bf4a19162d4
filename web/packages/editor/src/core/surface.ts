/** What pictures, texts and documents on screen offer to commands. */

import type { Readable } from '../model'

/** What can be done with the selected regions of a picture as areas of pixels. */
export interface AreaOffers {
  readonly combine: boolean
  readonly fillHoles: boolean
  /** The kinds they can be turned into. */
  readonly kinds: readonly string[]
}

export interface AreaCommands {
  readonly offers: Readable<AreaOffers>
  readonly combine: (how: 'unite' | 'subtract' | 'intersect') => void
  readonly fillHoles: () => void
  readonly convert: (kind: string) => void
}

/** What a media surface lets commands do to it. */
export interface SurfaceCommands {
  /** Ids of the tools it offers; none where there is nothing to draw with. */
  readonly tools: readonly string[]
  takeTool?: (id: string) => void
  /** Takes up the smart copy of the tool in the hand, or puts it down. */
  toggleSmart?: () => void
  /** Takes up the tool that makes this kind of region, unless it is in the hand already. */
  takeToolFor?: (kind: string) => void
  cancel: () => boolean
  /** Step inside a gesture that has steps of its own; say whether there was one. */
  undo?: () => boolean
  redo?: () => boolean
  /** Makes the brush in the hand larger or smaller. */
  resizeBrush?: (by: 1 | -1) => void
  zoomIn?: () => void
  zoomOut?: () => void
  zoomToFit?: () => void
  zoomToActual?: () => void
  rotate?: (by: 90 | -90) => void
  /** Moves the selected regions by screen pixels. */
  nudge?: (dx: number, dy: number) => boolean
  readonly areas?: AreaCommands
  reveal: (region: string) => void
  /** Where a region is on the screen, in client pixels; undefined when it is not drawn now. */
  anchor?: (region: string) => DOMRect | undefined
  /** The part of the screen that a region must be in to be seen, where that is less than the page. */
  frame?: () => DOMRect
  /** The region under a point of the screen. */
  regionAt?: (x: number, y: number) => string | undefined
  /** Makes a region of the text that is selected and waited for a label. */
  labelSelection?: () => void
  turnPage?: (by: 1 | -1) => void
}

/** What a list of regions says of one besides its labels. */

import { componentCaption } from './component'
import { messageOf } from './conversation'
import type { Region } from './records'

export interface Caption {
  /** Stands in for a label where regions of this kind have none. */
  readonly title: string | undefined
  readonly text: string
  /** Of a document, from 1. */
  readonly page?: number
}

export function captionOf(region: Region): Caption {
  if (region.kind === 'chatmessage') {
    const { role, content } = messageOf(region)
    return { title: role || undefined, text: content }
  }
  if (region.kind === 'ocrrect') {
    const { ocrtext, pageIndex } = region.shape
    const page = typeof pageIndex === 'number' ? pageIndex : 1
    return { title: undefined, text: typeof ocrtext === 'string' ? ocrtext : '', page }
  }
  if (region.kind === 'reactcode') return componentCaption(region)
  return { title: undefined, text: typeof region.shape.text === 'string' ? region.shape.text : '' }
}

/** Writes masks off the page's thread: those of large pictures have thousands of runs. */

import { maskDataUrl, rleBytes } from './code'
import type { CodeAnswer, CodeOrder } from './code-client'

addEventListener('message', ({ data: { id, as, mask } }: MessageEvent<CodeOrder>) => {
  const answer: CodeAnswer = { id, code: as === 'rle' ? rleBytes(mask) : maskDataUrl(mask) }
  postMessage(answer)
})

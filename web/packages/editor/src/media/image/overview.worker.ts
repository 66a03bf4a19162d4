/** Decodes a very large picture off the page's thread, and keeps a smaller copy of it. */

import type { CopyAnswer, CopyOrder } from './overview-client'

async function copyOf({ address, credentials, width, height }: CopyOrder): Promise<CopyAnswer> {
  let file: Blob
  try {
    // The page has loaded it a moment ago.
    const response = await fetch(address, { mode: 'cors', cache: 'force-cache', credentials })
    if (!response.ok) return { refused: 'unreadable' }
    file = await response.blob()
  } catch {
    return { refused: 'unreadable' }
  }
  // Drawn from a description, it has no pixels that could be too many.
  if (file.type.startsWith('image/svg')) return { refused: 'unreadable' }
  try {
    const options = { resizeWidth: width, resizeHeight: height, resizeQuality: 'medium' } as const
    return { bitmap: await createImageBitmap(file, options) }
  } catch {
    return { refused: 'undecodable' }
  }
}

addEventListener('message', async ({ data }: MessageEvent<CopyOrder>) => {
  const answer = await copyOf(data)
  postMessage(answer, { transfer: 'bitmap' in answer ? [answer.bitmap] : [] })
})

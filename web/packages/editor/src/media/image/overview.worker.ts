/** Makes the copy of a very large picture, off the page's thread. */

import { type CopyOrder, fileCopy } from './file-copy'

addEventListener('message', async ({ data }: MessageEvent<CopyOrder>) => {
  const answer = await fileCopy(data)
  postMessage(answer, { transfer: 'bitmap' in answer ? [answer.bitmap] : [] })
})

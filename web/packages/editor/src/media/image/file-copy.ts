/** A smaller copy of a very large picture, made from its file: for workers, as decoding it takes seconds. */

export interface CopyOrder {
  readonly address: string
  readonly credentials: RequestCredentials
  /** Of the copy. */
  readonly width: number
  readonly height: number
}

/** `unreadable`: its site does not let it be read, or it has no pixels of its own. `undecodable`: too much for the browser. */
export type CopyAnswer = { readonly bitmap: ImageBitmap } | { readonly refused: 'unreadable' | 'undecodable' }

/** Pictures with more pixels than this are not decoded on the page's thread. */
export const LARGE = 30_000_000

/** How a picture that the page shows is to be fetched again, for a copy of at most so many pixels. */
export function copyOrder(image: HTMLImageElement, most: number): CopyOrder {
  const { naturalWidth, naturalHeight, currentSrc, crossOrigin } = image
  const share = Math.min(1, Math.sqrt(most / (naturalWidth * naturalHeight)))
  return {
    address: currentSrc,
    credentials: crossOrigin === 'use-credentials' ? 'include' : 'same-origin',
    width: Math.round(naturalWidth * share),
    height: Math.round(naturalHeight * share),
  }
}

export async function fileCopy({ address, credentials, width, height }: CopyOrder): Promise<CopyAnswer> {
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

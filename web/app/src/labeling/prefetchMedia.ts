import type { Json, OpenTask } from '@labelwright/api'
import { mediaAddress } from '../kit/media.ts'

const IMAGE = /\.(png|jpe?g|gif|webp|bmp|svg|avif)(\?|$)/i
const OTHER = /\.(mp3|wav|ogg|m4a|flac|mp4|webm|pdf|csv|tsv|json|txt|html?)(\?|$)/i

/** Loads what the task shows into the browser's cache, before the task is on screen. */
export function prefetchMedia(task: OpenTask): void {
  for (const url of addresses(task.data)) {
    if (IMAGE.test(url)) new Image().src = mediaAddress(url)
    else if (OTHER.test(url)) prefetch(mediaAddress(url))
  }
}

function addresses(value: Json): string[] {
  if (typeof value === 'string') return /^(https?:\/\/|\/)\S+$/.test(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(addresses)
}

function prefetch(url: string): void {
  const link = document.createElement('link')
  link.rel = 'prefetch'
  link.href = url
  link.onload = link.onerror = () => link.remove()
  document.head.append(link)
}

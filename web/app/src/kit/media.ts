import { basePath } from '@labelwright/api'

/** Addresses in task data start at the server's root; the app may be served below a path of it. */
export function mediaAddress(address: string): string {
  const base = basePath()
  if (!base || !address.startsWith('/') || address.startsWith('//') || address.startsWith(`${base}/`)) return address
  return base + address
}

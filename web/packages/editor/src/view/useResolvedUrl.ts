/** The address to load for one in the task: the embedding page may sign it first. */

import { useEffect, useState } from 'react'
import { useEditor } from './context'

/** Addresses that can run as script are never loaded, whoever asks. */
const isScript = (address: string): boolean => /^\s*(javascript|vbscript):/i.test(address)

export function useResolvedUrl(address: string): string | undefined {
  const { resolveUrl } = useEditor().options.get()
  const [resolved, setResolved] = useState<{ of: string; url: string }>()
  useEffect(() => {
    if (!resolveUrl) return
    let wanted = true
    void Promise.resolve(resolveUrl(address))
      .catch(() => address)
      .then((url) => {
        if (wanted) setResolved({ of: address, url })
      })
    return () => {
      wanted = false
    }
  }, [address, resolveUrl])
  const url = resolveUrl ? (resolved?.of === address ? resolved.url : undefined) : address
  return url !== undefined && isScript(url) ? '' : url
}

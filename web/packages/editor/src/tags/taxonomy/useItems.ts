/**
 * The items of a Taxonomy: those of the config and the task with those that people added, or those behind its address,
 * level by level as they are opened.
 */

import { useCallback, useMemo, useRef, useState } from 'react'
import { type Control, type Json, resolveText } from '../../model'
import { useAnnotation, useEditor } from '../../view/context'
import { fromAnswer, fromOptions, type Item, withAdded, withChildren } from './items'
import { useAdded } from './useAdded'

export interface Items {
  readonly items: readonly Item[]
  readonly state: 'ready' | 'loading' | 'failed'
  /** Fetches the top level, or what is below an item, unless it is there. */
  readonly load: (item?: Item) => void
  /** Asks again for what failed last. */
  readonly retry: () => void
  /** Adds an item below another one, or at the top; undefined where the config or the page knows no such thing. */
  readonly add?: ((name: string, parent: Item | undefined) => Item) | undefined
}

export function useItems(control: Control): Items {
  const { apiUrl } = control.node.attrs
  const remote = useRemote(typeof apiUrl === 'string' ? apiUrl : '')
  const added = useAdded(control)
  const own = useMemo(() => withAdded(fromOptions(control.options), added.paths), [control, added.paths])
  return apiUrl ? remote : { items: own, state: added.state, load: added.load, retry: added.load, add: added.add }
}

function useRemote(address: string): Items {
  const editor = useEditor()
  const { config } = useAnnotation()
  const [items, setItems] = useState<readonly Item[]>()
  const [state, setState] = useState<Items['state']>('ready')
  const asked = useRef(new Set<string>())
  const failed = useRef<Item>(undefined)
  const load = useCallback(
    (item?: Item) => {
      const key = item?.key ?? ''
      if (asked.current.has(key) || (item && item.children !== undefined)) return
      asked.current.add(key)
      setState('loading')
      const { url, headers } = requestFor(resolveText(address, config.data), item)
      editor
        .fetch(url, { headers })
        .then(async (response) => {
          if (!response.ok) throw new Error(`HTTP ${response.status}`)
          const found = fromAnswer((await response.json()) as Json, item)
          setItems((now) => (item ? withChildren(now ?? [], item.path, found) : found))
          setState('ready')
        })
        .catch(() => {
          // Asked again when it is opened again.
          asked.current.delete(key)
          failed.current = item
          setState('failed')
        })
    },
    [editor, address, config],
  )
  const retry = useCallback(() => load(failed.current), [load])
  return { items: items ?? [], state, load, retry }
}

/** The path goes along as repeated parameters; a name and password in the address become a header. */
export function requestFor(address: string, item?: Item): { url: string; headers: Record<string, string> } {
  const url = new URL(address, location.href)
  const { username, password } = url
  url.username = ''
  url.password = ''
  for (const step of item?.path ?? []) url.searchParams.append('path', step)
  if (username === '') return { url: url.href, headers: {} }
  const bytes = new TextEncoder().encode(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`)
  return { url: url.href, headers: { Authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` } }
}

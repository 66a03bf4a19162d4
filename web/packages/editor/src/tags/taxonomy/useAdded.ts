/** Items that people added to a Taxonomy: the page keeps them, and they are asked for when the tree is opened. */

import { useCallback, useRef, useState } from 'react'
import { type Control, keyOfPath } from '../../model'
import { useEditor } from '../../view/context'
import { type Item, type Path, plainItem } from './items'
import type { Items } from './useItems'

interface Added extends Pick<Items, 'state' | 'add'> {
  readonly paths: readonly Path[]
  readonly load: () => void
}

export function useAdded(control: Control): Added {
  const editor = useEditor()
  const [paths, setPaths] = useState<readonly Path[]>([])
  const [state, setState] = useState<Items['state']>('ready')
  const asked = useRef(false)
  const events = editor.options.get().on?.labels
  const isOpen = control.node.attrs.allowAddLabels === true && !control.labels

  const include = useCallback(
    (more: readonly Path[]): void =>
      setPaths((now) => [...new Map([...now, ...more].map((path) => [keyOfPath(path), path])).values()]),
    [],
  )

  const load = useCallback(() => {
    if (!events || !isOpen || asked.current) return
    asked.current = true
    setState('loading')
    events.list().then(
      (labels) => {
        include(labels.filter((label) => label.control === control.name).map((label) => label.path))
        setState('ready')
      },
      () => {
        asked.current = false
        setState('failed')
      },
    )
  }, [events, isOpen, control, include])

  const add = (name: string, parent: Item | undefined): Item => {
    const item = plainItem(name, parent)
    include([item.path])
    events?.add({ control: control.name, path: item.path }).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error)
      editor.notice.set({ kind: 'failed', action: 'addItem', message })
    })
    return item
  }
  return { paths, state, load, add: events && isOpen ? add : undefined }
}

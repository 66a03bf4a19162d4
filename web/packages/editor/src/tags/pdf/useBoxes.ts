/** Boxes on the pages, where the config has a control that makes them. */

import { useEffect, useState } from 'react'
import { useAnnotation, useEditor } from '../../view/context'
import type { Boxes, BoxesOptions } from './boxes'

interface Place extends Pick<BoxesOptions, 'zoomBy'> {
  readonly box: React.RefObject<HTMLElement | null>
  readonly scale: number
  readonly rotation: number
}

export interface BoxesHere {
  /** Whether pages of this document are drawn on at all. */
  readonly wanted: boolean
  readonly boxes: Boxes | undefined
  /** Whether one could draw now. */
  readonly ready: boolean
}

/** `zoomBy` must stay the same function. */
export function useBoxes(name: string, { box, scale, rotation, zoomBy }: Place): BoxesHere {
  const editor = useEditor()
  const annotation = useAnnotation()
  const [boxes, setBoxes] = useState<Boxes>()
  const [ready, setReady] = useState(false)
  const object = annotation.config.objects.get(name)
  const wanted = annotation.makers(name, 'ocrrect').length > 0
  useEffect(() => {
    if (!wanted || !object) return
    let made: Boxes | undefined
    let isHere = true
    const make = async (): Promise<void> => {
      const { Boxes } = await import('./boxes')
      if (!isHere || !box.current) return
      made = new Boxes({ editor, annotation, object, box: box.current, zoomBy })
      const { ready, cursor } = made
      ready.subscribe(() => setReady(ready.get()))
      const showCursor = (): void => box.current?.style.setProperty('cursor', cursor.get())
      cursor.subscribe(showCursor)
      showCursor()
      setBoxes(made)
    }
    void make()
    return () => {
      isHere = false
      made?.destroy()
      setBoxes(undefined)
      setReady(false)
    }
  }, [editor, annotation, object, wanted, box, zoomBy])
  useEffect(() => boxes?.place(scale, rotation), [boxes, scale, rotation])
  return { wanted, boxes, ready }
}

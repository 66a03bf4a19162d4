/** A text to label spans in, whatever kind of text it is: mouse, keyboard, and the surface that paints the spans. */

import { useEffect, useRef, useState } from 'react'
import { SpanController, type SpanFormat, type SpanOptions } from '../media/text/controller'
import type { Places } from '../media/text/places'
import { type Config, type ObjectTag, regionKind } from '../model'
import { useAnnotation, useEditor } from '../view/context'
import classes from './span-area.module.css'

/** A text that stands in the page. */
export interface Laid {
  readonly places: Places
  readonly format: SpanFormat
  /** Where its lines begin, where it has any that can be numbered. */
  readonly lines?: readonly number[]
  /** Takes back what laying it did outside its element. */
  readonly release?: () => void
}

interface SpanAreaProps {
  readonly object: ObjectTag
  readonly options: SpanOptions
  readonly className: string
  /** Puts the text into an empty element. The same function while it is the same text. */
  readonly lay: (element: HTMLElement) => Laid
  /** Keys of this kind of text, asked before those of all texts; true when it was one. */
  readonly onKey?: (event: KeyboardEvent, controller: SpanController) => boolean
}

/** Where spans are made lines keep room for them and their names; a text to read alone is set closer. */
const isLabelled = (config: Config, { name }: ObjectTag): boolean =>
  [...config.controls.values()].some(
    (control) => control.targets.includes(name) && regionKind(config, control, name) !== undefined,
  )

export function SpanArea({ object, options, className, lay, onKey }: SpanAreaProps) {
  const editor = useEditor()
  const annotation = useAnnotation()
  const root = useRef<HTMLDivElement>(null)
  const [controller, setController] = useState<SpanController>()

  useEffect(() => {
    const element = root.current
    if (!element) return
    const { release, lines, ...laid } = lay(element)
    const tagClass = classes.tag ?? ''
    const made = new SpanController({ editor, annotation, object, options, root: element, ...laid, lines, tagClass })
    editor.surfaces.set(object.name, made)
    setController(made)
    return () => {
      editor.surfaces.delete(object.name)
      made.destroy()
      release?.()
      element.replaceChildren()
    }
  }, [editor, annotation, object, options, lay])

  // A selection may end outside the text: the page hears the release wherever it is.
  const pressed = useRef(false)
  useEffect(() => {
    let released: PointerEvent | undefined
    let timer: ReturnType<typeof setTimeout>
    const settle = (): void => {
      clearTimeout(timer)
      if (released) controller?.pointerUp(released)
      released = undefined
    }
    const onUp = (event: PointerEvent): void => {
      if (!pressed.current) return
      pressed.current = false
      // After the browser has settled the selection, which it does after this event. Of a double click only the
      // second half counts.
      clearTimeout(timer)
      released = event
      timer = setTimeout(settle)
    }
    window.addEventListener('pointerup', onUp)
    // A key can be faster than a timer, and means what is marked already: to submit it, say.
    window.addEventListener('keydown', settle, { capture: true })
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('keydown', settle, { capture: true })
    }
  }, [controller])

  return (
    <div
      ref={root}
      role="document"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: words are selected and labelled with the keyboard here
      tabIndex={0}
      aria-label={object.name}
      className={`${classes.area} ${className}`}
      data-labelled={isLabelled(annotation.config, object) || undefined}
      onFocus={() => editor.focusedSurface.set(object.name)}
      onPointerDown={(event) => {
        if (event.button === 0) pressed.current = true
      }}
      onKeyDown={({ nativeEvent }) => {
        if (!controller) return
        if (onKey?.(nativeEvent, controller) || controller.key(nativeEvent)) nativeEvent.preventDefault()
      }}
    />
  )
}

/** A text to label spans in. */

import { t } from '@labelwright/i18n'
import { useEffect, useMemo, useRef, useState } from 'react'
import { asText, type TagNode } from '../../model'
import { Card } from '../../view/Card'
import { useAnnotation, useEditor } from '../../view/context'
import { defineTag } from '../tag'
import { TextController } from './controller'
import classes from './text.module.css'

function TextTag({ node }: { node: TagNode<'Text'> }) {
  const { config } = useAnnotation()
  const value = config.objects.get(node.attrs.name)?.value
  const { encoding, valueType } = node.attrs
  const decoded = useMemo(() => decode(asText(value), encoding), [value, encoding])
  if (valueType === 'url') {
    return <Card title={t('editor.textByUrl')}>{asText(value)}</Card>
  }
  if (decoded === undefined) return <Card tone="error" title={t('editor.badEncoding', { name: node.attrs.name })} />
  return <PlainText node={node} text={decoded} />
}

/** `base64` is Latin-1, `base64unicode` UTF-8. */
function decode(text: string, encoding: TagNode<'Text'>['attrs']['encoding']): string | undefined {
  if (encoding === 'none') return text
  try {
    const bytes = atob(text)
    return encoding === 'base64'
      ? bytes
      : new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)))
  } catch {
    return undefined
  }
}

function PlainText({ node, text }: { node: TagNode<'Text'>; text: string }) {
  const editor = useEditor()
  const annotation = useAnnotation()
  const root = useRef<HTMLDivElement>(null)
  const [controller, setController] = useState<TextController>()
  const object = annotation.config.objects.get(node.attrs.name)

  useEffect(() => {
    if (!root.current || !object) return
    const made = new TextController({
      editor,
      annotation,
      object,
      root: root.current,
      text,
      tagClass: classes.tag ?? '',
    })
    editor.surfaces.set(object.name, made)
    setController(made)
    return () => {
      editor.surfaces.delete(object.name)
      made.destroy()
    }
  }, [editor, annotation, object, text])

  // A selection may end outside the text: the page hears the release wherever it is.
  const pressed = useRef(false)
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    const onUp = (event: PointerEvent): void => {
      if (!pressed.current) return
      pressed.current = false
      // After the browser has settled the selection, which it does after this event. Of a double click only the
      // second half counts.
      clearTimeout(settling.current)
      settling.current = setTimeout(() => controller?.pointerUp(event))
    }
    window.addEventListener('pointerup', onUp)
    return () => window.removeEventListener('pointerup', onUp)
  }, [controller])

  return (
    <div
      ref={root}
      role="document"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: words are selected and labelled with the keyboard here
      tabIndex={0}
      aria-label={node.attrs.name}
      className={`${classes.text} htx-text`}
      onFocus={() => editor.focusedSurface.set(node.attrs.name)}
      onPointerDown={(event) => {
        if (event.button === 0) pressed.current = true
      }}
      onKeyDown={(event) => {
        if (controller?.key(event.nativeEvent)) event.preventDefault()
      }}
    />
  )
}

export const text = defineTag('Text', TextTag)

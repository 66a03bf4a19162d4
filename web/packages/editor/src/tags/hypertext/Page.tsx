/** A document, and the spans in it. Loaded when a task has one. */

import { useCallback, useEffect, useRef } from 'react'
import { xpathFormat } from '../../media/html/format'
import { placesIn } from '../../media/html/places'
import type { ObjectTag, TagNode } from '../../model'
import { type Laid, SpanArea } from '../SpanArea'
import classes from './hypertext.module.css'
import { layPage } from './lay'

interface PageProps {
  readonly node: TagNode<'HyperText'>
  readonly markup: string
  /** None: the mark-up is part of the interface, and there is nothing to label in it. */
  readonly object: ObjectTag | undefined
}

export default function Page({ node, markup, object }: PageProps) {
  const { inline, clickableLinks, saveTextResult, valueType } = node.attrs
  const saveText = (saveTextResult ?? (valueType === 'url' ? 'no' : 'yes')) === 'yes'
  const lay = useCallback(
    (element: HTMLElement): Laid => {
      const { content, release } = layPage(element, markup, { inline, clickableLinks })
      const places = placesIn(content)
      return { places, format: xpathFormat(places, saveText), release }
    },
    [markup, inline, clickableLinks, saveText],
  )
  if (!object) return <Static markup={markup} />
  return <SpanArea object={object} options={node.attrs} className={`${classes.page} htx-richtext`} lay={lay} />
}

function Static({ markup }: { markup: string }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const { release } = layPage(element, markup, { inline: true, clickableLinks: true })
    return () => {
      release()
      element.replaceChildren()
    }
  }, [markup])
  return <div ref={place} className={`${classes.static} htx-richtext`} />
}

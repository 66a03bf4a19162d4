/** CSS of this config: made safe, and confined to the editor. */

import { useEffect, useRef } from 'react'
import { homeOf } from '../../media/home'
import type { TagNode } from '../../model'
import { scopeSheet } from '../sheet'
import { defineTag } from '../tag'

function StyleTag({ node }: { node: TagNode<'Style'> }) {
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (!place.current) return
    const home = homeOf(place.current)
    if (!home.adoptedStyleSheets) return
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(scopeSheet(node.content, '.lw-stage'))
    home.adoptedStyleSheets = [...home.adoptedStyleSheets, sheet]
    return () => {
      home.adoptedStyleSheets = home.adoptedStyleSheets.filter((it) => it !== sheet)
    }
  }, [node.content])
  return <span ref={place} hidden />
}

export const style = defineTag('Style', StyleTag)

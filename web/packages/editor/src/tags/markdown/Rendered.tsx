/** Markdown as mark-up. A chunk of its own, for the renderer in it. */

import { marked } from 'marked'
import { useMemo } from 'react'
import { sanitise } from '../sanitise'
import classes from './markdown.module.css'

export default function Rendered({ source }: { source: string }) {
  const html = useMemo(() => sanitise(marked.parse(source, { async: false, gfm: true })), [source])
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised in the line above
  return <div className={classes.markdown} dangerouslySetInnerHTML={{ __html: html }} />
}

/** The arrows of relations, over all that the stage shows. */

import { t } from '@labelwright/i18n'
import { useEffect, useRef } from 'react'
import { useAnnotation, useEditor } from '../context'
import { RelationDrawing } from './drawing'
import classes from './overlay.module.css'

const pageText = (page: number): string => t('relations.onPage', { page })

export default function Overlay() {
  const editor = useEditor()
  const annotation = useAnnotation()
  const svg = useRef<SVGSVGElement>(null)
  useEffect(() => {
    if (!svg.current) return
    const drawing = new RelationDrawing({ editor, annotation, svg: svg.current, classes, pageText })
    return () => drawing.destroy()
  }, [editor, annotation])
  // What it shows is told in the list of relations.
  return <svg ref={svg} className={classes.overlay} aria-hidden />
}

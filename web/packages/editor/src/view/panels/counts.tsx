/** Numbers behind the titles of panels. */

import { useAnnotation, useEditor, useValue, useWork } from '../context'
import classes from './panels.module.css'

export const RegionCount = () => <Count of={useValue(useAnnotation().document.regionIds).length} />

export const RelationCount = () => <Count of={useValue(useAnnotation().relations).length} />

export function CommentCount() {
  const { comments } = useEditor()
  useValue(comments.all)
  return <Count of={comments.openOf(useWork().version)} />
}

const Count = ({ of }: { of: number }) => of > 0 && <span className={classes.count}>{of}</span>

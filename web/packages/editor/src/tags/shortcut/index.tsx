/** A button that writes a text into the field it belongs to. */

import type { TagNode } from '../../model'
import { useAnnotation } from '../../view/context'
import { KeyHint } from '../../view/KeyHint'
import { defineTag } from '../tag'
import { useInsert } from './Fields'
import classes from './shortcut.module.css'

function ShortcutTag({ node }: { node: TagNode<'Shortcut'> }) {
  const insert = useInsert()
  const { config } = useAnnotation()
  const { value, alias, background } = node.attrs
  const key = config.keys.get(node.id)
  if (!insert) return null
  return (
    <button
      type="button"
      className={classes.shortcut}
      style={{ '--shortcut': background } as React.CSSProperties}
      title={value}
      aria-keyshortcuts={key}
      // The field keeps the focus, and its selection is what the text replaces.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => insert(value)}
    >
      {alias || value}
      <KeyHint of={key} />
    </button>
  )
}

export const shortcut = defineTag('Shortcut', ShortcutTag)

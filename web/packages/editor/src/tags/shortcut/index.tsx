/** A button that writes a text into the field it belongs to. */

import { keyLabel, type TagNode } from '../../model'
import { useAnnotation, useSetting } from '../../view/context'
import { isMac } from '../../view/platform'
import { defineTag } from '../tag'
import { useInsert } from './Fields'
import classes from './shortcut.module.css'

function ShortcutTag({ node }: { node: TagNode<'Shortcut'> }) {
  const insert = useInsert()
  const { config } = useAnnotation()
  const showKeys = useSetting('showHotkeys')
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
      {showKeys && key && (
        <kbd className={classes.key} aria-hidden>
          {keyLabel(key, isMac)}
        </kbd>
      )}
    </button>
  )
}

export const shortcut = defineTag('Shortcut', ShortcutTag)

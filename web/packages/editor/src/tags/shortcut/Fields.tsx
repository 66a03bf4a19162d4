/** The fields of a TextArea with its Shortcuts: they write at the cursor of the field that last had the focus. */

import { createContext, type ReactNode, useContext, useRef } from 'react'
import { type ConfigNode, isTag, keyOf } from '../../model'
import { useAnnotation } from '../../view/context'

const InsertContext = createContext<((text: string) => void) | undefined>(undefined)

/** Writes a text where somebody types; undefined outside of fields. */
export const useInsert = (): ((text: string) => void) | undefined => useContext(InsertContext)

export function Fields({ node, children }: { node: ConfigNode; children: ReactNode }) {
  const { config } = useAnnotation()
  const box = useRef<HTMLDivElement>(null)
  const last = useRef<HTMLTextAreaElement>(null)
  const insert = (text: string): void => {
    const field = last.current?.isConnected
      ? last.current
      : box.current?.querySelector<HTMLTextAreaElement>('[data-main]')
    if (field) insertInto(field, text)
  }
  return (
    <InsertContext value={insert}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears what its fields hear */}
      <div
        ref={box}
        onFocus={({ target }) => {
          if (target instanceof HTMLTextAreaElement) last.current = target
        }}
        onKeyDown={(event) => {
          if (!(event.target instanceof HTMLTextAreaElement) || event.nativeEvent.isComposing) return
          const key = keyOf(event.nativeEvent)
          const shortcut = node.children.find((child) => isTag(child, 'Shortcut') && config.keys.get(child.id) === key)
          if (!shortcut) return
          event.preventDefault()
          event.stopPropagation()
          insertInto(event.target, String(shortcut.attrs.value))
        }}
      >
        {children}
      </div>
    </InsertContext>
  )
}

function insertInto(field: HTMLTextAreaElement, text: string): void {
  if (field.readOnly || field.disabled) return
  field.focus()
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

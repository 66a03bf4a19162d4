/** The fields of a TextArea with its Shortcuts: they write at the cursor of the field that last had the focus. */

import { createContext, type ReactNode, useContext, useRef } from 'react'
import { type Config, type ConfigNode, isTag, keyOf } from '../../model'
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
          if (insertByKey(event.nativeEvent, event.target, node, config)) event.stopPropagation()
        }}
      >
        {children}
      </div>
    </InsertContext>
  )
}

/** Whether the key is one of a Shortcut of this TextArea, whose text then stands in the field. */
export function insertByKey(
  event: KeyboardEvent,
  field: HTMLTextAreaElement | HTMLInputElement,
  node: ConfigNode,
  config: Config,
): boolean {
  const key = keyOf(event)
  const shortcut = node.children.find((child) => isTag(child, 'Shortcut') && config.keys.get(child.id) === key)
  if (!shortcut) return false
  event.preventDefault()
  insertInto(field, String(shortcut.attrs.value))
  return true
}

function insertInto(field: HTMLTextAreaElement | HTMLInputElement, text: string): void {
  if (field.readOnly || field.disabled) return
  field.focus()
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Puts a text into the clipboard, also on pages without https, where browsers have no `navigator.clipboard`. */

import type { TaskEditor } from '../core/task-editor'

/** Copies the id or the link of something, and says so. */
export async function copyOf(editor: TaskEditor, what: 'id' | 'link', text: string): Promise<void> {
  await copyText(text)
  editor.notice.set({ kind: 'copiedText', what })
}

async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text)
    return
  }
  const field = document.body.appendChild(document.createElement('textarea'))
  field.value = text
  field.select()
  document.execCommand('copy')
  field.remove()
}

/** The editor in any page, without React there. */

import { createRoot } from 'react-dom/client'
import type { EditorOptions } from './core/options'
import type { TaskEditor } from './core/task-editor'
import { lightPlace, shadowPlace } from './embed/place'
import { Editor } from './view/Editor'

export interface MountOptions extends EditorOptions {
  /**
   * Whether the editor stands in a shadow tree, where its styles and those of the page do not meet. Yes, unless the
   * page is made for it.
   */
  readonly shadow?: boolean
}

export interface Mounted {
  /** Changes options; a new `task` or `config` starts anew. */
  update: (change: Partial<EditorOptions>) => void
  /** Takes the editor out of the page; what it knows and has not sent is sent as a draft. */
  destroy: () => void
}

let mounted = 0

/** Draws the editor into an element, in place of what is in it. */
export const mount = (element: HTMLElement, options: MountOptions): Mounted => mountEditor(element, options)

/** `onOpened` is told of the model behind the screen, whenever a task or config brings another. */
export function mountEditor(
  element: HTMLElement,
  { shadow = true, ...options }: MountOptions,
  onOpened?: (editor: TaskEditor) => void,
): Mounted {
  const place = shadow ? shadowPlace(element) : lightPlace(element)
  // Ids must differ between editors of a page.
  const root = createRoot(place.container, { identifierPrefix: `lw${++mounted}-` })
  let current: EditorOptions = options
  const draw = (): void => root.render(<Editor {...current} onOpened={onOpened} />)
  draw()
  return {
    update(change) {
      current = { ...current, ...change }
      draw()
    },
    destroy() {
      root.unmount()
      place.release()
    },
  }
}

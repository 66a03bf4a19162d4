/** The editor in any page, without React there. */

import { createRoot } from 'react-dom/client'
import type { EditorOptions } from './core/options'
import { Editor } from './view/Editor'

export interface Mounted {
  /** Changes options; a new `task` or `config` starts anew. */
  update: (change: Partial<EditorOptions>) => void
  destroy: () => void
}

export function mount(element: HTMLElement, options: EditorOptions): Mounted {
  const root = createRoot(element)
  let current = options
  root.render(<Editor {...current} />)
  return {
    update(change) {
      current = { ...current, ...change }
      root.render(<Editor {...current} />)
    },
    destroy: () => root.unmount(),
  }
}

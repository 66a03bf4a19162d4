import { type Extension, StateEffect, StateField } from '@codemirror/state'
import { type Command, type EditorView, keymap, showTooltip, type Tooltip } from '@codemirror/view'
import { t } from '@labelwright/i18n'
import type { Fix } from '../fixes.ts'

/** `Ctrl+.`: what can be done about the problem at the cursor. One way out is taken at once, several are a menu. */

const setMenu = StateEffect.define<Tooltip | null>()

const menu = StateField.define<Tooltip | null>({
  create: () => null,
  update(shown, transaction) {
    for (const effect of transaction.effects) if (effect.is(setMenu)) return effect.value
    return transaction.docChanged || transaction.selection ? null : shown
  },
  provide: (field) => showTooltip.from(field),
})

export function applyFix(view: EditorView, fix: Fix): void {
  view.dispatch({ changes: [...fix.changes], userEvent: 'input.fix', effects: setMenu.of(null) })
  view.focus()
}

export function quickFix(fixesAt: (view: EditorView) => readonly Fix[]): Extension {
  const run: Command = (view) => {
    const fixes = fixesAt(view)
    const [only] = fixes
    if (only && fixes.length === 1) applyFix(view, only)
    else if (only) {
      const pos = view.state.selection.main.head
      view.dispatch({
        effects: setMenu.of({ pos, above: false, create: () => ({ dom: list(view, fixes), mount: focusFirst }) }),
      })
    }
    return true
  }
  return [menu, keymap.of([{ key: 'Mod-.', run }])]
}

let opened: HTMLElement | undefined
const focusFirst = (): void => opened?.querySelector('button')?.focus()

function list(view: EditorView, fixes: readonly Fix[]): HTMLElement {
  const dom = document.createElement('div')
  opened = dom
  dom.className = 'lw-fixes'
  dom.role = 'menu'
  dom.ariaLabel = t('config.fixes')
  for (const fix of fixes) {
    const button = document.createElement('button')
    button.type = 'button'
    button.role = 'menuitem'
    button.append(fix.title)
    button.addEventListener('click', () => applyFix(view, fix))
    dom.append(button)
  }
  const close = (): void => view.dispatch({ effects: setMenu.of(null) })
  dom.addEventListener('focusout', (event) => {
    // Taking the menu away moves the focus too, in the middle of an update.
    const isOpen = view.state.field(menu, false) != null
    if (isOpen && !dom.contains(event.relatedTarget as Node | null)) close()
  })
  dom.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key !== 'Escape' && step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (step === undefined) view.focus()
    else {
      const buttons = [...dom.querySelectorAll('button')]
      const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
      buttons[(at + step + buttons.length) % buttons.length]?.focus()
    }
  })
  return dom
}

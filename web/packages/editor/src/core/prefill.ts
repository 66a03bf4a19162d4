/** What a new annotation says before anybody has touched it: choices and ratings that the config preselects. */

import { asText, type Control, flatten, type Json, resolveText, setAnswer } from '../model'
import type { Annotation } from './annotation'

export function prefill(annotation: Annotation): void {
  for (const control of annotation.config.controls.values()) {
    if (control.scope !== 'global' || control.labels || annotation.answer(control)) continue
    const value = initialValue(control, annotation)
    // Loaded, not done: it is neither undone nor a reason to save.
    if (value !== undefined) {
      annotation.store.transact({ source: 'load' }, () => setAnswer(annotation.document, control, value))
    }
  }
}

function initialValue(control: Control, annotation: Annotation): Json | undefined {
  const { attrs } = control.node
  switch (control.produces.kind) {
    case 'choices': {
      const picked = [...flatten(control.options)].filter((option) => option.node.attrs.selected === true)
      const values = picked.map((it): Json => (attrs.allowNested === true ? [...it.path] : it.stored))
      if (values.length === 0) return undefined
      return attrs.choice === 'multiple' ? values : values.slice(0, 1)
    }
    case 'rating':
      return typeof attrs.defaultValue === 'number' && attrs.defaultValue > 0 ? attrs.defaultValue : undefined
    case 'text': {
      const text = typeof attrs.value === 'string' ? resolveText(attrs.value, annotation.config.data) : ''
      return asText(text) === '' ? undefined : [text]
    }
    default:
      return undefined
  }
}

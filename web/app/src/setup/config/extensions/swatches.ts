import { RangeSetBuilder } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view'
import { attributeNamed, tagNamed } from '@labelwright/editor/config'
import { tags } from '@labelwright/editor/spec'
import { t } from '@labelwright/i18n'
import { readSource, type SourceElement } from '../source.ts'
import { toHex } from './colour.ts'

/** A colour beside each colour of the text, which opens the browser's picker. */

class Swatch extends WidgetType {
  constructor(
    readonly colour: string,
    readonly name: string,
  ) {
    super()
  }

  override eq = (other: Swatch): boolean => other.colour === this.colour && other.name === this.name

  toDOM(view: EditorView): HTMLElement {
    const input = document.createElement('input')
    input.type = 'color'
    input.className = 'lw-swatch'
    this.updateDOM(input)
    input.addEventListener('input', () => recolour(view, input))
    return input
  }

  // The same element goes on: the picker that is open belongs to it.
  override updateDOM(dom: HTMLElement): boolean {
    const input = dom as HTMLInputElement
    input.value = this.colour
    input.ariaLabel = t('config.colour_of', { name: this.name })
    return true
  }

  override ignoreEvent = (): boolean => true
}

function recolour(view: EditorView, input: HTMLInputElement): void {
  const at = view.posAtDOM(input)
  const attribute = readSource(view.state.doc.toString())
    .flatMap((element) => element.attributes)
    .find(({ valueAt }) => valueAt.from <= at && at <= valueAt.to)
  if (attribute) view.dispatch({ changes: { ...attribute.valueAt, insert: input.value }, userEvent: 'input.colour' })
}

const isColour = (element: SourceElement, name: string): boolean => {
  const tag = tagNamed(element.tag)
  return tag !== undefined && attributeNamed(tags[tag], name)?.spec.type === 'colour'
}

function swatches(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  for (const element of readSource(view.state.doc.toString())) {
    for (const { name, value, valueAt } of element.attributes) {
      const colour = isColour(element, name) ? toHex(value) : undefined
      if (!colour) continue
      const label = element.attributes.find((one) => one.name === 'value')?.value ?? name
      builder.add(valueAt.from, valueAt.from, Decoration.widget({ widget: new Swatch(colour, label), side: -1 }))
    }
  }
  return builder.finish()
}

export const colourSwatches = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet

    constructor(view: EditorView) {
      this.decorations = swatches(view)
    }

    update(update: ViewUpdate): void {
      if (update.docChanged) this.decorations = swatches(update.view)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)

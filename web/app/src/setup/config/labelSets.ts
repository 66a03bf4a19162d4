import { type Option, readConfig, tagNamed, XmlError } from '@labelwright/editor/config'
import { tags } from '@labelwright/editor/spec'
import {
  appendChildren,
  type Change,
  encode,
  offsetOf,
  readSource,
  removeElement,
  type SourceElement,
  textOf,
} from './source.ts'

/** The labels and choices of a config, as a person edits them without its XML. */

export interface LabelSet {
  readonly element: SourceElement
  readonly title: string
  readonly child: 'Label' | 'Choice'
  readonly labels: readonly SetLabel[]
}

export interface SetLabel {
  readonly element: SourceElement
  readonly value: string
  /** The colour it is drawn in, its own or one of ours. */
  readonly colour: string
  readonly hotkey: string
  /** The key it gets where it names none. */
  readonly automaticKey: string | undefined
}

export function labelSets(text: string): LabelSet[] {
  const elements = readSource(text)
  const options = optionsByPlace(text)
  return elements.flatMap((element): LabelSet[] => {
    const tag = tagNamed(element.tag)
    const child = (['Label', 'Choice'] as const).find((one) => tag && tags[tag].children?.includes(one))
    const name = textOf(element, 'name')
    if (!child || !name || tag === child || tag === 'View') return []
    const labels = elements
      .filter((one) => one.tag === child && setOf(one) === element)
      .map((one): SetLabel => {
        const option = options.get(one.from)
        const hotkey = textOf(one, 'hotkey') ?? ''
        return {
          element: one,
          value: textOf(one, 'value') ?? '',
          colour: textOf(one, 'background') ?? option?.colour ?? '#888888',
          hotkey,
          automaticKey: hotkey === '' ? option?.key : undefined,
        }
      })
    return [{ element, title: name, child, labels }]
  })
}

/** Layout may stand between a set and its labels. */
function setOf(element: SourceElement): SourceElement | undefined {
  let parent = element.parent
  while (parent && textOf(parent, 'name') === undefined) parent = parent.parent
  return parent
}

function optionsByPlace(text: string): ReadonlyMap<number, Option> {
  try {
    const controls = [...readConfig(text).controls.values()]
    const all = controls.flatMap((control) => [...control.byStored.values()])
    return new Map(all.map((option) => [offsetOf(text, option.node.line, option.node.column), option]))
  } catch (error) {
    if (error instanceof XmlError) return new Map()
    throw error
  }
}

/** Adds a label for each line, but for those that are there. */
export function addLabels(text: string, { element, child, labels }: LabelSet, lines: string): Change[] {
  const known = new Set(labels.map((one) => one.value))
  const values = [...new Set(lines.split('\n').map((line) => line.trim()))].filter((one) => one && !known.has(one))
  if (values.length === 0) return []
  return appendChildren(
    text,
    element,
    values.map((value) => `<${child} value="${encode(value)}"/>`),
  )
}

export const removeLabel = (text: string, label: SetLabel): Change[] => removeElement(text, label.element)

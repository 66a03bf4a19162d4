/**
 * What tells the labels of one control apart: their stored names, and in a tree, where names come again below other
 * parents, their whole paths.
 */

import { type Control, isTree, keyOfPath, type Option } from './config'
import type { Json } from './records'

export const keyOfLabel = (control: Control, { path, stored }: Option): string =>
  isTree(control) ? keyOfPath(path) : stored

/** What an answer holds as stored names: of a path, the last step. */
export function storedNames(value: Json | undefined): string[] {
  if (typeof value === 'string') return [value]
  if (!Array.isArray(value)) return []
  return value.flatMap((item) => {
    const name = Array.isArray(item) ? item[item.length - 1] : item
    return typeof name === 'string' ? [name] : []
  })
}

/** The labels that an answer holds, by their keys. */
export function labelsIn(control: Control, value: Json | undefined): string[] {
  if (!isTree(control) || !Array.isArray(value)) return storedNames(value)
  return value.map((item) => keyOfPath((Array.isArray(item) ? item : [item]).map(String)))
}

/** Labels as the control writes them: a tree's as paths. */
export const labelValue = (control: Control, labels: readonly string[]): Json[] =>
  labels.map((label) => (isTree(control) ? [...pathOf(control, label)] : label))

/** The steps to a label from the top; of what is no tree, the label alone. */
export const pathOf = (control: Control, label: string): readonly string[] =>
  isTree(control) ? (JSON.parse(label) as string[]) : [label]

/** What a person reads, also of a label that the config does not know. */
export function titleOfLabel(control: Control, label: string): string {
  const option = control.byLabel.get(label)
  const path = pathOf(control, label)
  if (!isTree(control) || control.node.attrs.showFullPath !== true) return option?.value ?? path.at(-1) ?? ''
  const titles = path.map((step, at) => control.byLabel.get(keyOfPath(path.slice(0, at + 1)))?.value ?? step)
  return titles.join(String(control.node.attrs.pathSeparator))
}

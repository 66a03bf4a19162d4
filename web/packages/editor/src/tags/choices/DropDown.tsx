/** Options behind one field. Below it stands what is in them besides options: follow-up questions. */

import { t } from '@labelwright/i18n'
import { type ComboboxItem, MultiSelect, Select } from '@mantine/core'
import { IconCheck, IconMinus } from '@tabler/icons-react'
import { useLayoutEffect } from 'react'
import type { Control, Option, TagNode } from '../../model'
import { useAnnotation, useEditor } from '../../view/context'
import { Question } from '../../view/Question'
import { RenderNode } from '../../view/RenderNode'
import { useAnswer } from '../../view/useAnswer'
import { readStyle } from '../css'
import classes from './choices.module.css'
import { Face } from './Face'
import { rulesOf } from './rules'
import { shuffled } from './shuffle'
import { type Check, checkOf, keyOf, pathIn, pickedKeys, toggle, valueFor } from './values'

interface Entry extends ComboboxItem {
  readonly option: Option
  readonly node: TagNode<'Choice'>
  readonly depth: number
}

export function DropDown({ node, control }: { node: TagNode<'Choices'>; control: Control }) {
  const { value, set, readOnly, shown } = useAnswer(control)
  const { config } = useAnnotation()
  const rules = rulesOf(control)
  const options = node.attrs.randomize ? shuffled(control.options, JSON.stringify(config.data)) : control.options
  const entries = entriesOf(options, rules.nested)
  const picked = pickedKeys(value)
  // What an answer holds and the config does not offer stays in sight, and can be taken back.
  const strange = [...picked].filter((key) => !entries.has(key)).map((key) => ({ value: key, label: nameOf(key) }))
  const write = (keys: readonly string[]): void => {
    const added = entries.get(keys.find((key) => !picked.has(key)) ?? '')
    set(added ? toggle(added.option, value, rules) : valueFor(keys, rules))
  }
  const given = {
    'aria-label': control.name,
    data: [...entries.values(), ...strange],
    readOnly,
    placeholder: picked.size === 0 ? t('editor.choose') : undefined,
    nothingFoundMessage: t('editor.nothingFound'),
    searchable: entries.size > 8,
    clearable: !readOnly,
    maw: 420,
    renderOption: ({ option }: { option: ComboboxItem }) => {
      const entry = entries.get(option.value)
      return entry ? <Row entry={entry} check={checkOf(entry.option, picked, rules)} /> : option.label
    },
  }
  useOptionKeys([...entries.values()], ({ option, disabled }) => {
    if (!readOnly && shown && !disabled) set(toggle(option, value, rules))
  })
  return (
    <Question control={control} shown={shown}>
      {rules.multiple ? (
        <MultiSelect {...given} value={[...picked]} onChange={write} />
      ) : (
        <Select {...given} value={[...picked][0] ?? null} onChange={(key) => write(key === null ? [] : [key])} />
      )}
      {[...entries.values()].flatMap(({ node: { children } }) =>
        children.filter(({ tag }) => tag !== 'Choice').map((child) => <RenderNode key={child.id} node={child} />),
      )}
    </Question>
  )
}

/** By key, those that are nested below the one they stand in; of two that are stored alike the first. */
function entriesOf(
  options: readonly Option[],
  nested: boolean,
  above: readonly string[] = [],
  into = new Map<string, Entry>(),
): ReadonlyMap<string, Entry> {
  for (const option of options) {
    const node = option.node as TagNode<'Choice'>
    const key = keyOf(option, nested)
    const titles = [...above, option.value]
    const entry = { option, node, depth: above.length, value: key, label: titles.join(' / ') }
    if (!into.has(key)) into.set(key, { ...entry, disabled: node.attrs.readonly })
    if (nested) entriesOf(option.children, nested, titles, into)
  }
  return into
}

const nameOf = (key: string): string => pathIn(key).join(' / ')

const MARKS = { on: IconCheck, partly: IconMinus, off: undefined } as const

function Row({ entry: { option, node, depth }, check }: { entry: Entry; check: Check }) {
  const Mark = MARKS[check]
  return (
    <span
      className={classes.row}
      title={node.attrs.hint}
      style={{ ...readStyle(node.attrs.style), '--depth': depth } as React.CSSProperties}
    >
      <span className={classes.mark}>{Mark && <Mark size={14} aria-hidden />}</span>
      <Face option={option} />
    </span>
  )
}

/** The options of a drop-down are no tags on screen, and have their keys all the same. */
function useOptionKeys(entries: readonly Entry[], pick: (entry: Entry) => void): void {
  const { optionKeys } = useEditor()
  useLayoutEffect(() => {
    for (const entry of entries) optionKeys.set(entry.node.id, () => pick(entry))
    return () => {
      for (const entry of entries) optionKeys.delete(entry.node.id)
    }
  })
}

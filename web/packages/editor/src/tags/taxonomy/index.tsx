/** A tree of options behind one field: picked as an answer, or, with `labeling`, as labels of regions. */

import { t } from '@labelwright/i18n'
import { Pill, Popover } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import { pickLabel } from '../../core/pick'
import { type Control, type Json, keyOfPath, labelsIn, pathOf, type TagNode } from '../../model'
import { useAnnotation, useEditor, useValue } from '../../view/context'
import { Question } from '../../view/Question'
import { useAnswer } from '../../view/useAnswer'
import { readLength } from '../css'
import { defineTag } from '../tag'
import { type Item, indexed, isLeaf, type Path } from './items'
import { Tree } from './Tree'
import classes from './taxonomy.module.css'
import { useItems } from './useItems'

type Node = TagNode<'Taxonomy'>

function TaxonomyTag({ node }: { node: Node }) {
  const { config } = useAnnotation()
  const control = config.controls.get(node.attrs.name)
  if (!control) return null
  return control.labels ? <Labelling node={node} control={control} /> : <Answering node={node} control={control} />
}

interface TaxonomyProps {
  readonly node: Node
  readonly control: Control
}

const pathsIn = (value: Json | undefined): readonly Path[] =>
  Array.isArray(value) ? value.map((one) => (Array.isArray(one) ? one : [one]).map(String)) : []

function Answering({ node, control }: TaxonomyProps) {
  const { value, set, readOnly, shown } = useAnswer(control)
  const paths = pathsIn(value)
  const { maxUsages } = node.attrs
  const write = (next: readonly Path[]): void => set(next.length === 0 ? undefined : next.map((path) => [...path]))
  const without = (path: Path): readonly Path[] => paths.filter((one) => keyOfPath(one) !== keyOfPath(path))
  return (
    <Question control={control} shown={shown}>
      <Field
        node={node}
        control={control}
        paths={paths}
        readOnly={readOnly}
        full={maxUsages !== undefined && maxUsages !== 1 && paths.length >= maxUsages}
        onPick={({ path }) => {
          if (without(path).length < paths.length) write(without(path))
          else write(maxUsages === 1 ? [path] : [...paths, path])
        }}
        onRemove={(path) => write(without(path))}
      />
    </Question>
  )
}

/** What is picked goes to the selected regions, or, with none selected, to what is marked next. */
function Labelling({ node, control }: TaxonomyProps) {
  const editor = useEditor()
  const annotation = useAnnotation()
  const { shown } = useAnswer(control)
  const active = useValue(annotation.session.activeLabels)
  const selected = [...annotation.session.selection.get()]
  const given = selected.map((id) => labelsIn(control, annotation.answer(control, id)?.value))
  const [first = [], ...others] = given
  const labels =
    selected.length === 0
      ? (active.get(control.name) ?? [])
      : first.filter((label) => others.every((one) => one.includes(label)))
  const pick = (path: Path): void => pickLabel(editor, control, keyOfPath(path))
  return (
    <Question control={control} shown={shown}>
      <Field
        node={node}
        control={control}
        paths={labels.map((label) => pathOf(control, label))}
        readOnly={annotation.readOnly}
        full={false}
        onPick={({ path }) => pick(path)}
        onRemove={pick}
      />
    </Question>
  )
}

interface FieldProps extends TaxonomyProps {
  readonly paths: readonly Path[]
  readonly readOnly: boolean
  /** No further item may be picked. */
  readonly full: boolean
  readonly onPick: (item: Item) => void
  readonly onRemove: (path: Path) => void
}

function Field({ node, control, paths, readOnly, full, onPick, onRemove }: FieldProps) {
  const [opened, setOpened] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const source = useItems(control)
  const known = useMemo(() => indexed(source.items), [source.items])
  const { minWidth, maxWidth, dropdownWidth, placeholder, leafsOnly, maxUsages } = node.attrs
  const picked = new Set(paths.map(keyOfPath))
  const canPick = (item: Item): boolean =>
    !item.fixed && (!leafsOnly || isLeaf(item)) && (!full || picked.has(item.key))
  const close = (): void => {
    setOpened(false)
    button.current?.focus()
  }
  return (
    <Popover
      opened={opened && !readOnly}
      onChange={setOpened}
      position="bottom-start"
      width={readLength(dropdownWidth) ?? 'target'}
      trapFocus
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row everywhere */}
        <div
          role="group"
          aria-label={control.name}
          className={classes.field}
          style={{ minWidth: readLength(minWidth), maxWidth: readLength(maxWidth) }}
        >
          {paths.map((path) => (
            <Picked
              key={keyOfPath(path)}
              node={node}
              path={path}
              titles={known.get(keyOfPath(path))?.titles ?? path}
              onRemove={readOnly ? undefined : () => onRemove(path)}
            />
          ))}
          {!readOnly && (
            <button
              ref={button}
              type="button"
              className={classes.opener}
              aria-haspopup="tree"
              aria-expanded={opened}
              onClick={() => setOpened(!opened)}
            >
              <span>{paths.length === 0 ? placeholder || t('editor.choose') : t('editor.chooseMore')}</span>
              <IconChevronDown size={16} aria-hidden />
            </button>
          )}
        </div>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown}>
        <Tree
          name={control.name}
          source={source}
          picked={picked}
          canPick={canPick}
          onPick={(item) => {
            onPick(item)
            if (maxUsages === 1) close()
          }}
          onClose={close}
        />
        {full && maxUsages !== undefined && (
          <p className={classes.state}>{t('editor.complaintTooMany', { name: control.name, limit: maxUsages })}</p>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

interface PickedProps {
  readonly node: Node
  readonly path: Path
  readonly titles: readonly string[]
  readonly onRemove: (() => void) | undefined
}

function Picked({ node, path, titles, onRemove }: PickedProps) {
  const { showFullPath, pathSeparator } = node.attrs
  const whole = titles.join(pathSeparator)
  return (
    <Pill
      title={whole}
      data-path={keyOfPath(path)}
      withRemoveButton={onRemove !== undefined}
      onRemove={onRemove}
      removeButtonProps={{ 'aria-label': t('editor.removeItem', { item: whole }), 'aria-hidden': false, tabIndex: 0 }}
    >
      {showFullPath ? whole : titles.at(-1)}
    </Pill>
  )
}

export const taxonomy = defineTag('Taxonomy', TaxonomyTag)

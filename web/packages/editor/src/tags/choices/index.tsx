/** Options to pick from: in a list, a row or a drop-down; one or several; nested. */

import { Checkbox, Radio } from '@mantine/core'
import type { ConfigNode, Control, Option, TagNode } from '../../model'
import { ControlContext, useAnnotation, useControl, useEditor, useOptionKey } from '../../view/context'
import { Question } from '../../view/Question'
import { RenderNode } from '../../view/RenderNode'
import { useAnswer } from '../../view/useAnswer'
import { readStyle } from '../css'
import { optionOf } from '../labels'
import { defineTag } from '../tag'
import classes from './choices.module.css'
import { DropDown } from './DropDown'
import { Face } from './Face'
import { rulesOf } from './rules'
import { shuffledWhere } from './shuffle'
import { checkOf, pickedKeys, toggle } from './values'

function ChoicesTag({ node }: { node: TagNode<'Choices'> }) {
  const { config } = useAnnotation()
  const control = config.controls.get(node.attrs.name)
  if (!control) return null
  const { showInline, layout } = node.attrs
  return (
    <ControlContext value={control}>
      {layout === 'select' ? (
        <DropDown node={node} control={control} />
      ) : (
        <Options node={node} control={control} inline={showInline ?? layout === 'inline'} />
      )}
    </ControlContext>
  )
}

function Options({ node, control, inline }: { node: TagNode<'Choices'>; control: Control; inline: boolean }) {
  const { shown } = useAnswer(control)
  const { config } = useAnnotation()
  const children = node.attrs.randomize
    ? shuffledWhere(node.children, JSON.stringify(config.data), ({ tag }) => tag === 'Choice')
    : node.children
  return (
    <Question control={control} shown={shown}>
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a name */}
      <div
        role={rulesOf(control).multiple ? 'group' : 'radiogroup'}
        aria-label={control.name}
        className={classes.options}
        data-inline={inline}
      >
        {children.map((child) => (
          <RenderNode key={child.id} node={child} />
        ))}
      </div>
    </Question>
  )
}

function ChoiceTag({ node }: { node: TagNode<'Choice'> }) {
  const control = useControl()
  const option = optionOf(control, node)
  return option ? <ChoiceOption control={control} option={option} node={node} /> : null
}

interface ChoiceOptionProps {
  readonly control: Control
  readonly option: Option
  readonly node: TagNode<'Choice'>
}

function ChoiceOption({ control, option, node }: ChoiceOptionProps) {
  const editor = useEditor()
  const { value, set, readOnly } = useAnswer(control)
  const rules = rulesOf(control)
  const check = checkOf(option, pickedKeys(value), rules)
  const pick = (): void => {
    if (!readOnly && !node.attrs.readonly) set(toggle(option, value, rules))
  }
  useOptionKey(node, pick)
  const given = {
    size: 'xs',
    'aria-label': option.value,
    'aria-keyshortcuts': option.key,
    title: node.attrs.hint,
    label: <Face option={option} />,
    disabled: readOnly || node.attrs.readonly,
    style: readStyle(node.attrs.style),
    classNames: { root: classes.option, body: classes.body, label: classes.label },
  }
  const radio = control.node.attrs.choice !== 'multiple'
  return (
    <div className={classes.branch}>
      {radio ? (
        <Radio
          {...given}
          name={`${editor.id}-${control.name}`}
          checked={check === 'on'}
          onChange={() => pick()}
          onClick={() => {
            // A radio that is on says nothing when it is pressed again; `single` takes its answer back.
            if (check === 'on' && control.node.attrs.choice === 'single') pick()
          }}
        />
      ) : (
        <Checkbox {...given} checked={check === 'on'} indeterminate={check === 'partly'} onChange={pick} />
      )}
      <Below node={node} nested={rules.nested} />
    </div>
  )
}

/** Nested choices when they can be picked, and whatever else stands in a choice. */
function Below({ node, nested }: { node: ConfigNode; nested: boolean }) {
  const children = node.children.filter((child) => nested || child.tag !== 'Choice')
  if (children.length === 0) return null
  return (
    <div className={classes.below}>
      {children.map((child) => (
        <RenderNode key={child.id} node={child} />
      ))}
    </div>
  )
}

export const choices = defineTag('Choices', ChoicesTag)
export const choice = defineTag('Choice', ChoiceTag)

/** A number, typed or slid. */

import { t } from '@labelwright/i18n'
import { CloseButton, NumberInput, Slider } from '@mantine/core'
import { useCallback, useEffect, useRef } from 'react'
import { type Control, concerns, type TagNode } from '../../model'
import { useAnnotation, useEditor, useOptionKey } from '../../view/context'
import { KeyHint } from '../../view/KeyHint'
import { Question } from '../../view/Question'
import { type Asked, useAnswer } from '../../view/useAnswer'
import { defineTag } from '../tag'
import classes from './number.module.css'

type Node = TagNode<'Number'>

function NumberTag({ node }: { node: Node }) {
  const { config } = useAnnotation()
  const control = config.controls.get(node.attrs.name)
  return control ? <NumberField node={node} control={control} /> : null
}

function NumberField({ node, control }: { node: Node; control: Control }) {
  const asked = useAnswer(control)
  const { config } = useAnnotation()
  const box = useRef<HTMLDivElement>(null)
  const { min, max, slider } = node.attrs
  const key = config.keys.get(node.id)
  useDefault(node, control)
  useOptionKey(node, () => box.current?.querySelector<HTMLElement>('input, [role="slider"]')?.focus())
  const slides = slider && min !== undefined && max !== undefined
  return (
    <Question control={control} shown={asked.shown}>
      <div ref={box} className={classes.number}>
        {slides ? (
          <Sliding node={node} asked={asked} min={min} max={max} />
        ) : (
          <Typed
            node={node}
            asked={asked}
            limits={{ ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }}
          />
        )}
        <KeyHint of={key} />
      </div>
    </Question>
  )
}

const numberIn = ({ value }: Asked): number | undefined => (typeof value === 'number' ? value : undefined)

const stepOf = ({ attrs }: Node): { step?: number } => (attrs.step === undefined ? {} : { step: attrs.step })

interface TypedProps {
  readonly node: Node
  readonly asked: Asked
  readonly limits: { readonly min?: number; readonly max?: number }
}

function Typed({ node, asked, limits }: TypedProps) {
  const { name, defaultValue } = node.attrs
  return (
    <NumberInput
      {...limits}
      {...stepOf(node)}
      aria-label={name}
      w={220}
      // What is wrong is said, not changed.
      clampBehavior="none"
      readOnly={asked.readOnly}
      placeholder={defaultValue === undefined ? undefined : String(defaultValue)}
      value={numberIn(asked) ?? ''}
      onChange={(next) => asked.set(typeof next === 'number' ? next : undefined)}
    />
  )
}

interface SlidingProps {
  readonly node: Node
  readonly asked: Asked
  readonly min: number
  readonly max: number
}

/** A slider always stands somewhere: what it says counts once it was touched. */
function Sliding({ node, asked, min, max }: SlidingProps) {
  const { name, defaultValue } = node.attrs
  const number = numberIn(asked)
  return (
    <>
      <span className={classes.limit}>{min}</span>
      <Slider
        {...stepOf(node)}
        className={classes.slider}
        data-unset={number === undefined || undefined}
        min={min}
        max={max}
        label={null}
        thumbLabel={name}
        disabled={asked.readOnly}
        value={number ?? defaultValue ?? min}
        onChange={asked.set}
      />
      <span className={classes.limit}>{max}</span>
      <output className={classes.value}>{number ?? '–'}</output>
      {!asked.readOnly && (
        <CloseButton
          size="sm"
          aria-label={t('editor.clearRating', { name })}
          style={{ visibility: number === undefined ? 'hidden' : undefined }}
          onClick={() => asked.set(undefined)}
        />
      )}
    </>
  )
}

/** `defaultValue` is written at submit where nothing was said: about the whole, and about regions that need an answer. */
function useDefault(node: Node, control: Control): void {
  const editor = useEditor()
  const annotation = useAnnotation()
  const { defaultValue, required } = node.attrs
  const flush = useCallback(() => {
    if (defaultValue === undefined || annotation.readOnly) return
    const { document } = annotation
    if (control.scope === 'global' && annotation.answer(control)?.value === undefined) {
      annotation.setAnswer(control, defaultValue)
    }
    if (control.scope !== 'region' || !required) return
    for (const { id } of control.targets.flatMap((name) => document.regionsOn(name))) {
      if (!concerns(document, control, id) || annotation.answer(control, id)?.value !== undefined) continue
      annotation.setAnswer(control, defaultValue, { region: id })
    }
  }, [annotation, control, defaultValue, required])
  useEffect(() => editor.onFlush(flush, 'submit'), [editor, flush])
}

export const number = defineTag('Number', NumberTag)

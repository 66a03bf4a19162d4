/** A number, typed or slid. */

import { NumberInput, Slider } from '@mantine/core'
import { useCallback, useEffect } from 'react'
import type { Control, TagNode } from '../../model'
import { useAnnotation, useEditor } from '../../view/context'
import { Question } from '../../view/Question'
import { useAnswer } from '../../view/useAnswer'
import { defineTag } from '../tag'

function NumberTag({ node }: { node: TagNode<'Number'> }) {
  const { config } = useAnnotation()
  const control = config.controls.get(node.attrs.name)
  return control ? <NumberField node={node} control={control} /> : null
}

function NumberField({ node, control }: { node: TagNode<'Number'>; control: Control }) {
  const { value, set, readOnly, shown } = useAnswer(control)
  const { min, max, step, slider } = node.attrs
  useDefault(node, control)
  const number = typeof value === 'number' ? value : undefined
  const steps = step === undefined ? {} : { step }
  const limits = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }), ...steps }
  return (
    <Question control={control} shown={shown}>
      {slider && min !== undefined && max !== undefined ? (
        <Slider
          {...limits}
          thumbLabel={control.name}
          maw={420}
          my="md"
          disabled={readOnly}
          value={number ?? min}
          onChange={set}
        />
      ) : (
        <NumberInput
          {...limits}
          aria-label={control.name}
          maw={220}
          clampBehavior="none"
          readOnly={readOnly}
          value={number ?? ''}
          onChange={(next) => set(typeof next === 'number' ? next : undefined)}
        />
      )}
    </Question>
  )
}

/** `defaultValue` is written at submit where nothing was said. */
function useDefault(node: TagNode<'Number'>, control: Control): void {
  const editor = useEditor()
  const annotation = useAnnotation()
  const { defaultValue } = node.attrs
  const flush = useCallback(() => {
    if (defaultValue === undefined || annotation.readOnly || control.scope !== 'global') return
    if (annotation.answer(control)?.value === undefined) annotation.setAnswer(control, defaultValue)
  }, [annotation, control, defaultValue])
  useEffect(() => editor.onFlush(flush, 'submit'), [editor, flush])
}

export const number = defineTag('Number', NumberTag)

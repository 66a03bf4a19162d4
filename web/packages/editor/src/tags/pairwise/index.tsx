/** The better one of two objects: picked by its button, its key or a click on the object itself. */

import { t } from '@labelwright/i18n'
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import { commandById } from '../../commands'
import { shownKeys } from '../../commands/keyboard'
import { pickSide, type Side } from '../../core/pick'
import { isTextSelected } from '../../media/home'
import { type Config, type Control, regionKind, type TagNode } from '../../model'
import { useAnnotation, useEditor } from '../../view/context'
import { KeyHint } from '../../view/KeyHint'
import { Question } from '../../view/Question'
import { useAnswer } from '../../view/useAnswer'
import { readStyle } from '../css'
import type { Frame, Frames } from '../frames'
import { defineTag } from '../tag'
import classes from './pairwise.module.css'

const SIDES = ['left', 'right'] as const

function PairwiseTag({ node }: { node: TagNode<'Pairwise'> }) {
  const { config } = useAnnotation()
  const control = config.controls.get(node.attrs.name)
  return control ? <Buttons control={control} /> : null
}

function Buttons({ control }: { control: Control }) {
  const annotation = useAnnotation()
  const { value, readOnly, shown } = useAnswer(control)
  return (
    <Question control={control} shown={shown}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row everywhere */}
      <div role="group" aria-label={control.name} className={classes.buttons}>
        {SIDES.map((side) => (
          <button
            key={side}
            type="button"
            className={classes.button}
            aria-pressed={value === side}
            disabled={readOnly}
            onClick={() => pickSide(annotation, control, side)}
          >
            {side === 'left' && <IconArrowLeft size={16} aria-hidden />}
            {side === 'left' ? t('editor.pairLeft') : t('editor.pairRight')}
            {side === 'right' && <IconArrowRight size={16} aria-hidden />}
            <Key side={side} />
          </button>
        ))}
      </div>
    </Question>
  )
}

function Key({ side }: { side: Side }) {
  const editor = useEditor()
  const command = commandById(`pairwise:${side}`)
  const [key] = command ? shownKeys(command, editor.keys) : []
  return <KeyHint of={key} />
}

interface SideBoxProps {
  readonly control: Control
  readonly side: Side
  readonly children: ReactNode
}

/** A hand that slipped this far was dragging, not clicking. */
const CLICK_PX = 4

/** The box around one of the objects. */
function SideBox({ control, side, children }: SideBoxProps) {
  const annotation = useAnnotation()
  const { value, readOnly } = useAnswer(control)
  const pressed = useRef({ x: 0, y: 0 })
  const { selectionStyle, leftClass, rightClass } = control.node.attrs as TagNode<'Pairwise'>['attrs']
  const picked = value === side
  const clickable = !readOnly && !isDrawnOn(annotation.config, control.targets[SIDES.indexOf(side)])
  const onClick = (event: React.MouseEvent): void => {
    const moved = Math.hypot(event.clientX - pressed.current.x, event.clientY - pressed.current.y) > CLICK_PX
    if (moved || event.defaultPrevented || isForSomethingElse(event)) return
    pickSide(annotation, control, side)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons of the tag do the same by keys
    // biome-ignore lint/a11y/useKeyWithClickEvents: the buttons of the tag do the same by keys
    <div
      className={`${classes.side} ${(side === 'left' ? leftClass : rightClass) ?? ''}`}
      data-side={side}
      data-picked={picked || undefined}
      data-clickable={clickable || undefined}
      style={picked ? readStyle(selectionStyle) : undefined}
      onPointerDown={(event) => {
        pressed.current = { x: event.clientX, y: event.clientY }
      }}
      onClick={clickable ? onClick : undefined}
    >
      {children}
    </div>
  )
}

/** Where regions are made clicks are for those. */
const isDrawnOn = (config: Config, target = ''): boolean =>
  [...config.controls.values()].some(
    (it) => it.targets.includes(target) && regionKind(config, it, target) !== undefined,
  )

function isForSomethingElse({ target, currentTarget }: React.MouseEvent): boolean {
  const inner = (target as Element).closest(
    'button, a, input, select, textarea, summary, audio, video, [role="slider"]',
  )
  return isTextSelected(currentTarget) || (inner !== null && currentTarget.contains(inner))
}

function sides(config: Config): Frames {
  const frames = new Map<string, Frame>()
  for (const control of config.controls.values()) {
    if (control.tag !== 'Pairwise') continue
    SIDES.forEach((side, index) => {
      const object = config.objects.get(control.targets[index] ?? '')
      if (!object) return
      frames.set(object.node.id, (content) => (
        <SideBox control={control} side={side}>
          {content}
        </SideBox>
      ))
    })
  }
  return frames
}

export const pairwise = defineTag('Pairwise', PairwiseTag, { frames: sides })

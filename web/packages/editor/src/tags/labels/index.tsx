/** Sets of labels and their buttons, and the bare shapes that have none. */

import { t } from '@labelwright/i18n'
import { useId } from 'react'
import type { Annotation } from '../../core/annotation'
import { pickLabel } from '../../core/pick'
import { readableOn } from '../../media/readable'
import { type ConfigNode, type Control, flatten, givenOf, nameOf, type Option, type TagNode } from '../../model'
import {
  ControlContext,
  useAnnotation,
  useControl,
  useEditor,
  useEverything,
  useOptionKey,
  useValue,
} from '../../view/context'
import { KeyHint } from '../../view/KeyHint'
import { RenderChildren, RenderNode } from '../../view/RenderNode'
import { readStyle } from '../css'
import { Markup } from '../Markup'
import { defineTag } from '../tag'
import classes from './labels.module.css'

function LabelsTag({ node }: { node: ConfigNode }) {
  const { config } = useAnnotation()
  const control = config.controls.get(nameOf(node) ?? '')
  if (!control) return <RenderChildren node={node} />
  return (
    <ControlContext value={control}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row everywhere */}
      <div
        role="group"
        aria-label={t('editor.labelsOf', { name: control.name })}
        className={classes.labels}
        data-inline={node.attrs.showInline !== false}
      >
        <RenderChildren node={node} />
      </div>
    </ControlContext>
  )
}

const options = new WeakMap<Control, Map<string, Option>>()

/** The option a node stands for. */
export function optionOf(control: Control, node: ConfigNode): Option | undefined {
  let byNode = options.get(control)
  if (!byNode) {
    byNode = new Map([...flatten(control.options)].map((option) => [option.node.id, option]))
    options.set(control, byNode)
  }
  return byNode.get(node.id)
}

/** With regions selected what all of them carry, else what the next region gets. */
function isOn(annotation: Annotation, control: Control, stored: string): boolean {
  const selected = [...annotation.session.selection.get()]
  if (selected.length === 0) return annotation.session.activeLabels.get().get(control.name)?.includes(stored) === true
  return selected.every((id) =>
    annotation.document.labelsOf(id).some((label) => label.control === control && label.stored === stored),
  )
}

function LabelTag({ node }: { node: TagNode<'Label'> }) {
  const editor = useEditor()
  const control = useControl()
  const annotation = useAnnotation()
  const hintId = useId()
  useEverything(annotation)
  useValue(annotation.session.activeLabels)
  const option = optionOf(control, node)
  useOptionKey(node, () => {
    if (option) pickLabel(editor, control, option.stored)
  })
  if (!option) return null
  const { hint, html, showAlias, aliasStyle, alias } = node.attrs
  const onLabel = givenOf(node, 'selectedColor') ?? readableOn(option.colour)
  const name = option.value === '' ? t('editor.blankLabel') : option.value
  const on = isOn(annotation, control, option.stored)
  return (
    <>
      <button
        type="button"
        className={classes.label}
        aria-label={html ? name : undefined}
        aria-pressed={on}
        aria-keyshortcuts={option.key}
        aria-describedby={hint ? hintId : undefined}
        disabled={annotation.readOnly}
        title={hint}
        style={{ '--label': option.colour, '--label-text': onLabel } as React.CSSProperties}
        onClick={() => pickLabel(editor, control, option.stored)}
        // Keeps the text selection that waits for a label.
        onMouseDown={(event) => event.preventDefault()}
      >
        <span className={classes.swatch} aria-hidden />
        {html ? <Markup html={html} /> : <span>{name}</span>}
        {showAlias && alias && (
          <span aria-hidden style={readStyle(aliasStyle)}>
            {alias}
          </span>
        )}
        <KeyHint of={option.key} />
      </button>
      {hint && (
        <span id={hintId} hidden>
          {hint}
        </span>
      )}
      {node.children.map((child) => (
        <RenderNode key={child.id} node={child} />
      ))}
    </>
  )
}

/** A bare shape has nothing to show: its tool is at the image. */
const Nothing = () => null

export const label = defineTag('Label', LabelTag)
export const labels = defineTag('Labels', LabelsTag)
export const hyperTextLabels = defineTag('HyperTextLabels', LabelsTag)
export const paragraphLabels = defineTag('ParagraphLabels', LabelsTag)
export const rectangleLabels = defineTag('RectangleLabels', LabelsTag)
export const ellipseLabels = defineTag('EllipseLabels', LabelsTag)
export const polygonLabels = defineTag('PolygonLabels', LabelsTag)
export const keyPointLabels = defineTag('KeyPointLabels', LabelsTag)
export const vectorLabels = defineTag('VectorLabels', LabelsTag)
export const brushLabels = defineTag('BrushLabels', LabelsTag)
export const bitmaskLabels = defineTag('BitmaskLabels', LabelsTag)
export const ocrLabels = defineTag('OcrLabels', LabelsTag)
export const rectangle = defineTag('Rectangle', Nothing)
export const ellipse = defineTag('Ellipse', Nothing)
export const polygon = defineTag('Polygon', Nothing)
export const keyPoint = defineTag('KeyPoint', Nothing)
export const brush = defineTag('Brush', Nothing)
export const bitmask = defineTag('Bitmask', Nothing)
export const magicWand = defineTag('MagicWand', Nothing)
export const vector = defineTag('Vector', Nothing)

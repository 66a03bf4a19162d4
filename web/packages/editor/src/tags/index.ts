/** The tags the editor can draw. One line a tag; whatever is missing here shows a card that says so. */

import type { TagName } from '../spec.gen'
import { choice, choices } from './choices'
import { header } from './header'
import { hyperText } from './hypertext'
import { image } from './image'
import { ellipse, ellipseLabels, hyperTextLabels, label, labels, paragraphLabels, rectangle, rectangleLabels } from './labels'
import { list } from './list'
import { number } from './number'
import { pairwise } from './pairwise'
import { paragraphs } from './paragraphs'
import { bucket, ranker } from './ranker'
import { rating } from './rating'
import { style } from './style'
import { table } from './table'
import type { TagModule } from './tag'
import { text } from './text'
import { textArea } from './textarea'
import { view } from './view'

export const tagModules = {
  Bucket: bucket,
  Choice: choice,
  Choices: choices,
  Ellipse: ellipse,
  EllipseLabels: ellipseLabels,
  Header: header,
  HyperText: hyperText,
  HyperTextLabels: hyperTextLabels,
  Image: image,
  Label: label,
  Labels: labels,
  List: list,
  Number: number,
  Pairwise: pairwise,
  ParagraphLabels: paragraphLabels,
  Paragraphs: paragraphs,
  Ranker: ranker,
  Rating: rating,
  Rectangle: rectangle,
  RectangleLabels: rectangleLabels,
  Style: style,
  Table: table,
  Text: text,
  TextArea: textArea,
  View: view,
} satisfies Partial<Record<TagName, TagModule>>

export const tagModule = (tag: TagName): TagModule | undefined =>
  (tagModules as Partial<Record<TagName, TagModule>>)[tag]

/** The tags the editor can draw. One line a tag; whatever is missing here shows a card that says so. */

import type { TagName } from '../spec.gen'
import { chat } from './chat'
import { choice, choices } from './choices'
import { collapse, panel } from './collapse'
import { dateTime } from './datetime'
import { filter } from './filter'
import { header } from './header'
import { hyperText } from './hypertext'
import { image } from './image'
import {
  bitmask,
  bitmaskLabels,
  brush,
  brushLabels,
  ellipse,
  ellipseLabels,
  hyperTextLabels,
  keyPoint,
  keyPointLabels,
  label,
  labels,
  paragraphLabels,
  polygon,
  polygonLabels,
  rectangle,
  rectangleLabels,
  vector,
  vectorLabels,
} from './labels'
import { list } from './list'
import { markdown } from './markdown'
import { number } from './number'
import { pagedView, repeater } from './pagedview'
import { pairwise } from './pairwise'
import { paragraphs } from './paragraphs'
import { pdf } from './pdf'
import { bucket, ranker } from './ranker'
import { rating } from './rating'
import { relation, relations } from './relations'
import { shortcut } from './shortcut'
import { style } from './style'
import { table } from './table'
import type { TagModule } from './tag'
import { taxonomy } from './taxonomy'
import { text } from './text'
import { textArea } from './textarea'
import { view } from './view'

export const tagModules = {
  Bitmask: bitmask,
  BitmaskLabels: bitmaskLabels,
  Brush: brush,
  BrushLabels: brushLabels,
  Bucket: bucket,
  Chat: chat,
  Choice: choice,
  Choices: choices,
  Collapse: collapse,
  DateTime: dateTime,
  Ellipse: ellipse,
  EllipseLabels: ellipseLabels,
  Filter: filter,
  Header: header,
  HyperText: hyperText,
  HyperTextLabels: hyperTextLabels,
  Image: image,
  KeyPoint: keyPoint,
  KeyPointLabels: keyPointLabels,
  Label: label,
  Labels: labels,
  List: list,
  Markdown: markdown,
  Number: number,
  PagedView: pagedView,
  Pairwise: pairwise,
  Panel: panel,
  ParagraphLabels: paragraphLabels,
  Paragraphs: paragraphs,
  Pdf: pdf,
  Polygon: polygon,
  PolygonLabels: polygonLabels,
  Ranker: ranker,
  Rating: rating,
  Rectangle: rectangle,
  RectangleLabels: rectangleLabels,
  Relation: relation,
  Relations: relations,
  Repeater: repeater,
  Shortcut: shortcut,
  Style: style,
  Table: table,
  Taxonomy: taxonomy,
  Text: text,
  TextArea: textArea,
  Vector: vector,
  VectorLabels: vectorLabels,
  View: view,
} satisfies Partial<Record<TagName, TagModule>>

export const tagModule = (tag: TagName): TagModule | undefined =>
  (tagModules as Partial<Record<TagName, TagModule>>)[tag]

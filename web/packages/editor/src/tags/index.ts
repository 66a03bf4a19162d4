/** The tags the editor can draw. One line a tag; whatever is missing here shows a card that says so. */

import { loadComponentTexts } from '@labelwright/i18n'
import type { TagName } from '../spec.gen'
import { header } from './header'
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
  magicWand,
  ocrLabels,
  paragraphLabels,
  polygon,
  polygonLabels,
  rectangle,
  rectangleLabels,
  vector,
  vectorLabels,
} from './labels'
import { lazyTag } from './lazy'
import { relation, relations } from './relations'
import type { TagModule } from './tag'
import { text } from './text'
import { view } from './view'

export const tagModules = {
  Bitmask: bitmask,
  BitmaskLabels: bitmaskLabels,
  Brush: brush,
  BrushLabels: brushLabels,
  Bucket: lazyTag('Bucket', () => import('./ranker').then((m) => m.bucket)),
  Chat: lazyTag('Chat', () => import('./chat').then((m) => m.chat)),
  Choice: lazyTag('Choice', () => import('./choices').then((m) => m.choice)),
  Choices: lazyTag('Choices', () => import('./choices').then((m) => m.choices)),
  Collapse: lazyTag('Collapse', () => import('./collapse').then((m) => m.collapse)),
  DateTime: lazyTag('DateTime', () => import('./datetime').then((m) => m.dateTime)),
  Dialog: lazyTag('Dialog', () => import('./dialog').then((m) => m.dialog)),
  Ellipse: ellipse,
  EllipseLabels: ellipseLabels,
  Filter: lazyTag('Filter', () => import('./filter').then((m) => m.filter), { isFrame: true }),
  Header: header,
  HyperText: lazyTag('HyperText', () => import('./hypertext').then((m) => m.hyperText)),
  HyperTextLabels: hyperTextLabels,
  Image: lazyTag('Image', () => import('./image').then((m) => m.image)),
  KeyPoint: keyPoint,
  KeyPointLabels: keyPointLabels,
  Label: label,
  Labels: labels,
  List: lazyTag('List', () => import('./list').then((m) => m.list)),
  MagicWand: magicWand,
  Markdown: lazyTag('Markdown', () => import('./markdown').then((m) => m.markdown)),
  Number: lazyTag('Number', () => import('./number').then((m) => m.number)),
  OcrLabels: ocrLabels,
  PagedView: lazyTag('PagedView', () => import('./pagedview').then((m) => m.pagedView)),
  Pairwise: lazyTag('Pairwise', () => import('./pairwise').then((m) => m.pairwise), { isFrame: true }),
  Panel: lazyTag('Panel', () => import('./collapse').then((m) => m.panel)),
  ParagraphLabels: paragraphLabels,
  Paragraphs: lazyTag('Paragraphs', () => import('./paragraphs').then((m) => m.paragraphs)),
  Pdf: lazyTag('Pdf', () => import('./pdf').then((m) => m.pdf)),
  Polygon: polygon,
  PolygonLabels: polygonLabels,
  Ranker: lazyTag('Ranker', () => import('./ranker').then((m) => m.ranker)),
  Rating: lazyTag('Rating', () => import('./rating').then((m) => m.rating)),
  ReactCode: lazyTag('ReactCode', async () => {
    const [{ reactCode }] = await Promise.all([import('./reactcode'), loadComponentTexts()])
    return reactCode
  }),
  Rectangle: rectangle,
  RectangleLabels: rectangleLabels,
  Relation: relation,
  Relations: relations,
  Repeater: lazyTag('Repeater', () => import('./pagedview').then((m) => m.repeater)),
  Shortcut: lazyTag('Shortcut', () => import('./shortcut').then((m) => m.shortcut)),
  Style: lazyTag('Style', () => import('./style').then((m) => m.style)),
  Table: lazyTag('Table', () => import('./table').then((m) => m.table)),
  Taxonomy: lazyTag('Taxonomy', () => import('./taxonomy').then((m) => m.taxonomy)),
  Text: text,
  TextArea: lazyTag('TextArea', () => import('./textarea').then((m) => m.textArea)),
  Vector: vector,
  VectorLabels: vectorLabels,
  View: view,
} satisfies Partial<Record<TagName, TagModule>>

export const tagModule = (tag: TagName): TagModule | undefined =>
  (tagModules as Partial<Record<TagName, TagModule>>)[tag]

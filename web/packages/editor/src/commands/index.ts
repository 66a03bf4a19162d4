/** Every action a person can take, one file each. Keyboard, palette, help and buttons read this list. */

import { t } from '@labelwright/i18n'
import { annotationNext } from './annotation-next'
import { annotationPrevious } from './annotation-previous'
import { autoAccept } from './auto-accept'
import { autoAnnotate } from './auto-annotate'
import { brushLarger } from './brush-larger'
import { brushSmaller } from './brush-smaller'
import type { Command } from './command'
import { comment } from './comment'
import { copy } from './copy'
import { cut } from './cut'
import { cycle } from './cycle'
import { cycleBack } from './cycle-back'
import { cycleBackExtend } from './cycle-back-extend'
import { cycleExtend } from './cycle-extend'
import { deleteRegions } from './delete'
import { deleteAll } from './delete-all'
import { duplicate } from './duplicate'
import { stepBack } from './escape'
import { fillHoles } from './fill-holes'
import { focus } from './focus'
import { focusMode } from './focus-mode'
import { fullScreen } from './full-screen'
import { help } from './help'
import { hide } from './hide'
import { hideAll } from './hide-all'
import { intersect } from './intersect'
import { keepLabels } from './keep-labels'
import { keysShown } from './keys-shown'
import { labelsShown } from './labels-shown'
import { lock } from './lock'
import { note } from './note'
import { pageNext } from './page-next'
import { pagePrevious } from './page-previous'
import { pairwiseLeft } from './pairwise-left'
import { pairwiseRight } from './pairwise-right'
import { palette } from './palette'
import { panels } from './panels'
import { paste } from './paste'
import { redo } from './redo'
import { relate } from './relate'
import { relationsHideAll } from './relations-hide-all'
import { repeaterNext } from './repeater-next'
import { repeaterPrevious } from './repeater-previous'
import { resetLayout } from './reset-layout'
import { rotateLeft } from './rotate-left'
import { rotateRight } from './rotate-right'
import { selectAll } from './select-all'
import { selectNew } from './select-new'
import { settings } from './settings'
import { skip } from './skip'
import { smartTool } from './smart-tool'
import { submit } from './submit'
import { subtract } from './subtract'
import { acceptSuggestion } from './suggestion-accept'
import { acceptSuggestions } from './suggestion-accept-all'
import { rejectSuggestion } from './suggestion-reject'
import { rejectSuggestions } from './suggestion-reject-all'
import { taskNext } from './task-next'
import { taskPrevious } from './task-previous'
import { toBitmask } from './to-bitmask'
import { toMask } from './to-mask'
import { toPolygon } from './to-polygon'
import { toolBrush } from './tool-brush'
import { toolEllipse } from './tool-ellipse'
import { toolEraser } from './tool-eraser'
import { toolFill } from './tool-fill'
import { toolKeypoint } from './tool-keypoint'
import { toolPan } from './tool-pan'
import { toolPolygon } from './tool-polygon'
import { toolRect } from './tool-rect'
import { toolRect3 } from './tool-rect3'
import { toolSelect } from './tool-select'
import { toolVector } from './tool-vector'
import { toolWand } from './tool-wand'
import { treeDown } from './tree-down'
import { treeIn } from './tree-in'
import { treeOut } from './tree-out'
import { treeUp } from './tree-up'
import { undo } from './undo'
import { unite } from './unite'
import { unselect } from './unselect'
import { viewAll } from './view-all'
import { zoomActual } from './zoom-actual'
import { zoomFit } from './zoom-fit'
import { zoomIn } from './zoom-in'
import { zoomOut } from './zoom-out'

export const commands: readonly Command[] = [
  submit,
  skip,
  taskPrevious,
  taskNext,
  undo,
  redo,
  relationsHideAll,
  deleteRegions,
  deleteAll,
  duplicate,
  copy,
  cut,
  paste,
  selectAll,
  unselect,
  stepBack,
  cycle,
  cycleBack,
  cycleExtend,
  cycleBackExtend,
  hide,
  hideAll,
  lock,
  note,
  focus,
  relate,
  treeUp,
  treeDown,
  treeIn,
  treeOut,
  pairwiseLeft,
  pairwiseRight,
  unite,
  subtract,
  intersect,
  fillHoles,
  toPolygon,
  toMask,
  toBitmask,
  toolSelect,
  toolPan,
  toolRect,
  toolRect3,
  toolEllipse,
  toolPolygon,
  toolVector,
  toolKeypoint,
  toolBrush,
  toolEraser,
  toolWand,
  toolFill,
  brushLarger,
  brushSmaller,
  smartTool,
  zoomIn,
  zoomOut,
  zoomFit,
  zoomActual,
  repeaterPrevious,
  repeaterNext,
  rotateLeft,
  rotateRight,
  pagePrevious,
  pageNext,
  annotationNext,
  annotationPrevious,
  viewAll,
  autoAnnotate,
  autoAccept,
  acceptSuggestion,
  acceptSuggestions,
  rejectSuggestion,
  rejectSuggestions,
  comment,
  help,
  palette,
  panels,
  focusMode,
  fullScreen,
  settings,
  resetLayout,
  labelsShown,
  keepLabels,
  selectNew,
  keysShown,
]

const byId = new Map(commands.map((it) => [it.id, it]))

export const commandById = (id: string): Command | undefined => byId.get(id)

export function commandTitle(id: string): string {
  const found = byId.get(id)
  if (!found) throw new Error(`no command ${id}`)
  return t(found.title)
}

export type { Command } from './command'

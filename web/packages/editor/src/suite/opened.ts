/** A case of a tag, open: on screen, or in the harness where drawing needs a layout. */

import type { TaskEditor } from '../core/task-editor'
import type { WireItem } from '../model'
import { type TagName, tags } from '../spec.gen'
import { showEditor } from '../testing/showEditor'
import { type EditorHarness, testEditor } from '../testing/testEditor'
import { drawingTools } from '../tools'
import type { GestureCase, Step } from './cases'
import { perform } from './hand'

export interface Opened {
  readonly editor: TaskEditor
  /** Where there is no layout to draw on. */
  readonly harness?: EditorHarness
  readonly work: () => Promise<void>
  readonly result: () => Promise<readonly WireItem[] | undefined>
}

export interface Given {
  readonly result?: readonly WireItem[]
  readonly readOnly?: boolean
}

/** What takes a layout, or a frame in which code runs. */
const needsBrowser = (step: Step): boolean => 'drag' in step || 'points' in step || 'clickInside' in step

export async function open(given: GestureCase, options: Given = {}): Promise<Opened> {
  const { config, data, mouse } = given
  if (mouse.some(needsBrowser)) {
    const ed = await testEditor(config, { data, ...options })
    const tool = mouse.some((step) => 'clickInside' in step) ? '' : toolOf(given)
    const work = async () => {
      for (const step of mouse) {
        if ('click' in step) ed.pick(step.click)
        if ('drag' in step) ed.tool(tool).drag(step.drag[1] as Pair, step.drag[2] as Pair)
        if ('points' in step) for (const place of step.points.slice(1) as Pair[]) ed.tool(tool).click(place)
        if ('press' in step && step.press === 'Enter') ed.confirm()
        if ('clickInside' in step) ed.report(step.clickInside[0], step.clickInside[2])
      }
      // The wand looks at the picture in its own time.
      for (let turn = 0; turn < 3; turn++) await new Promise((done) => setTimeout(done))
    }
    return { editor: ed.editor, harness: ed, work, result: async () => ed.result() }
  }
  const shown = await showEditor(config, { data, annotationId: options.result && 1, ...options })
  return { editor: shown.model, work: () => perform(shown, mouse), result: shown.submit }
}

type Pair = readonly [number, number]

/** The tool that draws what the first item of the result is. */
function toolOf({ result, config, tag }: GestureCase): string {
  const type = String(result[0]?.type)
  const control = (Object.keys(tags) as TagName[]).find(
    (it) => tags[it].produces?.type === type && config.includes(`<${it} `),
  )
  const kind = control && tags[control].produces?.kind
  const found = drawingTools.find(
    (it) => it.kind === kind && (it.tag === undefined ? it.notFor !== tag : it.tag === tag),
  )
  if (!found) throw new Error(`no tool draws a ${type}`)
  return found.tool.id
}

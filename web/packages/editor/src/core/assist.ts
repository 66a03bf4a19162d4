/** Whether models may be asked now, and what they said about each open version. What asks them is loaded when one may be. */

import { Atom } from '../model'
import { isSmart } from './labels'
import type { Suggestions } from './suggestions'
import type { TaskEditor } from './task-editor'
import type { Work } from './work'

const load = () => import('./suggestions')

export class Assist {
  /** Of the open version, where a model can be asked. */
  readonly suggestions = new Atom<Suggestions | undefined>(undefined)
  private readonly byWork = new Map<Work, Suggestions>()

  constructor(private readonly editor: TaskEditor) {}

  /** There is a model to ask, and a control that may ask it. */
  get possible(): boolean {
    const { config, options } = this.editor
    return options.get().on?.suggest !== undefined && [...config.controls.values()].some(isSmart)
  }

  /** The person, or the page, wants models to be asked. */
  get on(): boolean {
    const forced = this.editor.options.get().forceAutoAnnotation === true
    return this.possible && (forced || this.editor.setting('autoAnnotation'))
  }

  /** What they say is taken without a review. */
  get accepts(): boolean {
    return this.editor.options.get().forceAutoAcceptSuggestions === true || this.editor.setting('autoAccept')
  }

  /** While the rest of the task is fetched. */
  preload(): void {
    if (this.possible) void load().catch(() => undefined)
  }

  async prepare(work: Work): Promise<Suggestions | undefined> {
    if (work.annotation.readOnly) return undefined
    const { Suggestions } = await load()
    const own = this.byWork.get(work) ?? new Suggestions(this.editor, work.annotation)
    this.byWork.set(work, own)
    return own
  }

  /** Of a text a region is prompt and work at once: there is nothing to draw for the model alone. */
  isPrompt(region: string): boolean {
    const { annotation, config } = this.editor
    const target = annotation?.region(region)?.target
    if (!this.on || !annotation || target === undefined || config.objects.get(target)?.tag === 'Image') return false
    return annotation.document.answersOf(region).some(({ control: name }) => {
      const control = config.controls.get(name)
      return control !== undefined && isSmart(control)
    })
  }

  askAbout(region: string): void {
    if (this.isPrompt(region)) this.suggestions.get()?.askAbout(region)
  }

  dispose(): void {
    for (const suggestions of this.byWork.values()) suggestions.dispose()
  }
}

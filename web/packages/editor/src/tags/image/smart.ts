/** The smart tools of one picture: the drawing tools once more, to draw for a model; and what came of it, on the screen. */

import type { Annotation } from '../../core/annotation'
import { canMake } from '../../core/labels'
import type { Suggestions } from '../../core/suggestions'
import type { TaskEditor } from '../../core/task-editor'
import type { SceneItem } from '../../media/image/scene'
import { shapeKind } from '../../media/image/shapes'
import { Atom, type LabelDocument, type ObjectTag, type Region, type Unsubscribe } from '../../model'
import { type DrawingTool, drawingTools, isOffered, type Stage } from '../../tools'
import { lookOf } from './look'
import { type StagePlace, type StageSurface, stageFor } from './stage'

interface SmartPlace extends Omit<StagePlace, 'prompts'> {
  readonly editor: TaskEditor
  readonly annotation: Annotation
  readonly object: ObjectTag
}

export interface SmartSurface extends StageSurface {
  /** Shows shapes above all others that are no regions, and that tools do not meet. */
  setGuests: (items: readonly SceneItem[]) => void
}

/** What a point tells a model to take in, or to leave out. */
const MEANT = { yes: '#2b8a3e', no: '#e03131' }

export class SmartTools {
  /** Ids of the tools that have a smart copy now. */
  readonly offered = new Atom<readonly string[]>([])
  /** The tool in the hand is the smart one. */
  readonly inHand = new Atom(false)
  readonly suggestions: Suggestions | undefined
  readonly stage: Stage | undefined

  constructor(
    private readonly place: SmartPlace,
    private readonly surface: SmartSurface,
  ) {
    this.suggestions = place.annotation.readOnly ? undefined : place.editor.assist.suggestions.get()
    const { suggestions } = this
    this.stage = suggestions && stageFor({ ...place, prompts: suggestions.prompts }, () => surface)
    this.update()
  }

  /** `onChange` hears when other tools are offered. */
  follow(onChange: () => void): Unsubscribe {
    const { suggestions, place } = this
    if (!suggestions) return () => undefined
    const { settings, options } = place.editor
    const again = (): void => {
      this.update()
      onChange()
    }
    const release = [
      settings.current.subscribe(again),
      options.subscribe(again),
      suggestions.prompts.document.store.subscribe(this.show),
      suggestions.offered.store.subscribe(this.show),
    ]
    this.show()
    return () => {
      for (const one of release) one()
    }
  }

  private update(): void {
    const { editor, annotation, object } = this.place
    const smart = (it: DrawingTool): boolean =>
      it.amends !== 'only' && !it.byHand && isOffered(it, annotation.makers(object.name, it.kind, 'smart'))
    const ids = this.stage && editor.assist.on ? drawingTools.filter(smart).map(({ tool }) => tool.id) : []
    if (ids.join() !== this.offered.get().join()) this.offered.set(ids)
    if (ids.length === 0) this.inHand.set(false)
  }

  /** Whether a smart tool could draw this now. */
  canPrompt({ kind, tool }: DrawingTool): boolean {
    const { annotation, object } = this.place
    return this.offered.get().includes(tool.id) && canMake(annotation, object.name, kind, 'smart')
  }

  toolFor = (kind: string): DrawingTool | undefined => drawingTools.find((it) => it.kind === kind && this.canPrompt(it))

  /** The smart tool for a kind of region that nothing but a smart tool may make. */
  onlyFor(kind: string): DrawingTool | undefined {
    const { annotation, object } = this.place
    if (canMake(annotation, object.name, kind, 'plain')) return undefined
    return this.toolFor(kind)
  }

  // ── on the screen

  /** Suggestions on this page of the picture. */
  get here(): readonly Region[] {
    return this.suggestions ? this.regionsHere(this.suggestions.offered) : []
  }

  private regionsHere(document: LabelDocument): Region[] {
    const { object, page } = this.place
    return document.regionsOn(object.name).filter(({ itemIndex = page }) => itemIndex === page)
  }

  private show = (): void => {
    const { suggestions } = this
    if (!suggestions) return
    const guests = [suggestions.offered, suggestions.prompts.document].flatMap((document) =>
      this.regionsHere(document).flatMap((region) => this.item(document, region) ?? []),
    )
    this.surface.setGuests(guests)
  }

  private item(document: LabelDocument, region: Region): SceneItem | undefined {
    const kind = shapeKind(region.kind)
    if (!kind) return undefined
    const { look } = lookOf(this.place.annotation, region, document)
    const labels = document.labelsOf(region.id).map(({ title }) => title)
    const meant = region.outer?.is_positive
    const colour = typeof meant === 'boolean' ? (meant ? MEANT.yes : MEANT.no) : undefined
    return {
      id: region.id,
      kind,
      shape: region.shape,
      look: { ...look, ...(colour ? { stroke: colour, fill: colour, fillOpacity: 0.5 } : { dashed: true }) },
      text: labels.join(', '),
      fixed: true,
      rotatable: false,
    }
  }
}

/**
 * Asking a model while labelling. Prompts go to the page, which knows the model; its answer is offered for review on
 * pictures, and taken at once elsewhere, or everywhere when the person trusts it. A newer question overtakes an older one.
 */

import { Atom, copyRegions, LabelDocument, type RegionId, readSuggested, type WireItem } from '../model'
import type { Annotation } from './annotation'
import { Prompts } from './prompts'
import type { TaskEditor } from './task-editor'

export type Asking =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking' }
  /** `message` is missing when an answer came that says nothing here. */
  | { readonly kind: 'failed'; readonly message?: string }
  /** The model knows nothing about this. */
  | { readonly kind: 'nothing' }

const IDLE: Asking = { kind: 'idle' }
/** Milliseconds that a brush must rest. */
const REST = 1200

export class Suggestions {
  readonly prompts: Prompts
  /** Regions that wait for a yes or no. */
  readonly offered: LabelDocument
  readonly asking = new Atom<Asking>(IDLE)
  /** What is offered for the prompts that are there now: the next answer replaces it. */
  private current: readonly RegionId[] = []
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: AbortController | undefined
  private question: { readonly result: WireItem[]; readonly instead: readonly RegionId[] } | undefined

  constructor(
    private readonly editor: TaskEditor,
    readonly annotation: Annotation,
  ) {
    this.offered = new LabelDocument(annotation.config)
    this.prompts = new Prompts(annotation, {
      changed: (painted) => this.prompted(painted),
      anew: () => {
        this.current = []
      },
    })
  }

  // ── asking

  private prompted(painted: boolean): void {
    this.stop()
    if (this.prompts.isEmpty) {
      this.reject(this.current)
      return
    }
    if (painted) this.timer = setTimeout(this.ask, REST)
    else this.ask()
  }

  private ask = (): void => void this.request(this.prompts.items(), [])

  /** Once more, when it failed. */
  askAgain = (): void => {
    const { question } = this
    if (question) void this.request(question.result, question.instead)
  }

  /** Asks about a region that was just made: what the model says takes its place. */
  askAbout(id: RegionId): void {
    void this.request(copyRegions(this.annotation.document, [id]), [id])
  }

  /** What the page brings by itself. */
  bring = (items: readonly WireItem[]): void => this.receive(items, [])

  private async request(result: WireItem[], instead: readonly RegionId[]): Promise<void> {
    const { suggest } = this.editor.options.get().on ?? {}
    this.stop()
    if (!suggest || result.length === 0) return
    this.question = { result, instead }
    const running = new AbortController()
    this.running = running
    this.asking.set({ kind: 'asking' })
    try {
      const items = await suggest({ result }, running.signal)
      if (!running.signal.aborted) this.receive(items, instead)
    } catch (error) {
      if (running.signal.aborted) return
      this.asking.set({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
    }
  }

  /** No answer is waited for any more. */
  private stop(): void {
    clearTimeout(this.timer)
    this.running?.abort()
    this.running = undefined
    this.asking.set(IDLE)
  }

  private receive(items: readonly WireItem[], instead: readonly RegionId[]): void {
    const answer = readSuggested(this.annotation.document, items)
    const regions = answer.regionIds.get()
    const said = [...answer.store.doc.values()].some(({ record }) => record !== 'extra')
    this.asking.set(said ? IDLE : items.length > 0 ? { kind: 'failed' } : { kind: 'nothing' })
    if (!said) return
    const review = this.editor.assist.accepts ? [] : regions.filter((id) => this.isReviewed(answer, id))
    const direct = regions.filter((id) => !review.includes(id))
    this.drop(this.current)
    this.current = review
    if (direct.length > 0 || review.length === 0) this.take(answer, direct, instead)
    this.offer(answer, review)
    if (review.length === 0) this.prompts.clear()
    this.editor.news.set({ kind: 'suggested', count: review.length })
  }

  private isReviewed(answer: LabelDocument, id: RegionId): boolean {
    const target = answer.region(id)?.target
    return target !== undefined && this.annotation.config.objects.get(target)?.tag === 'Image'
  }

  // ── deciding

  accept(ids: Iterable<RegionId>): void {
    const taken = [...ids].filter((id) => this.offered.store.has(id))
    if (taken.length === 0) return
    this.take(this.offered, taken, [])
    this.decided(taken)
  }

  reject(ids: Iterable<RegionId>): void {
    this.decided([...ids])
  }

  acceptFirst = (): void => this.accept(this.offered.regionIds.get().slice(0, 1))
  rejectFirst = (): void => this.reject(this.offered.regionIds.get().slice(0, 1))
  acceptAll = (): void => this.accept(this.offered.regionIds.get())
  rejectAll = (): void => this.reject(this.offered.regionIds.get())

  /** The prompts go, and with them the question that waits for an answer; says whether there was any. */
  withdraw(): boolean {
    const had = !this.prompts.isEmpty || this.asking.get().kind !== 'idle'
    this.stop()
    this.prompts.clear()
    this.drop(this.current)
    this.current = []
    return had
  }

  /** Takes the last prompt back; says whether there was one. */
  undo = (): boolean => this.prompts.undo()

  dispose(): void {
    this.stop()
  }

  private take(from: LabelDocument, ids: readonly RegionId[], instead: readonly RegionId[]): void {
    const { outer, itemIndex } = this.prompts.place ?? {}
    this.annotation.takeSuggested(from, ids, instead, {
      ...(outer ? { outer } : {}),
      ...(itemIndex === undefined ? {} : { itemIndex }),
    })
  }

  /** Once something of theirs is decided and nothing is left, prompts have done what they were for. */
  private decided(ids: readonly RegionId[]): void {
    const ofPrompts = ids.some((id) => this.current.includes(id))
    this.drop(ids)
    this.current = this.current.filter((id) => !ids.includes(id))
    if (!ofPrompts || this.current.length > 0) return
    this.stop()
    this.prompts.clear()
  }

  private offer(answer: LabelDocument, ids: readonly RegionId[]): void {
    this.offered.store.transact({ source: 'load' }, (tx) => {
      for (const id of ids) {
        const region = answer.region(id)
        if (region) tx.put(region)
        for (const said of answer.answersOf(id)) tx.put(said)
        for (const relation of answer.relationsOf(id)) tx.put(relation)
      }
    })
  }

  private drop(ids: readonly RegionId[]): void {
    this.offered.store.transact({ source: 'load' }, (tx) => {
      for (const id of ids) {
        for (const { id: answer } of this.offered.answersOf(id)) tx.remove(answer)
        for (const { id: relation } of this.offered.relationsOf(id)) tx.remove(relation)
        tx.remove(id)
      }
    })
  }
}

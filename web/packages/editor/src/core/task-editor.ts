/**
 * The editor without a page: a task, its versions, the one being worked on, and what becomes of the work. Views read
 * atoms and call methods; nothing here knows React or the DOM.
 */

import {
  type AnswerCheck,
  Atom,
  allWritten,
  type Config,
  Listeners,
  newId,
  type ObjectTag,
  pageOf,
  type ResolvedKeys,
  readConfig,
  resolveKeys,
  setPage,
  type WireItem,
} from '../model'
import { NO_STEPS, type Steps } from '../tools/progress'
import { Actions } from './actions'
import type { Annotation } from './annotation'
import { Assist } from './assist'
import { Comments } from './comments'
import { Handover, messageOf } from './handover'
import { indexedDbJournal, isTaken, type Journal, type JournalEntry, memoryJournal } from './journal'
import type { Refusal } from './labels'
import { type PanelId, show } from './layout'
import type { Complaint, News, Notice } from './messages'
import type { EditorOptions } from './options'
import { OtherTabs } from './other-tabs'
import { prefill } from './prefill'
import { Screen } from './screen'
import { type Settings, SettingsStore } from './settings'
import type { SurfaceCommands } from './surface'
import { copyOf, newVersion, openTask, type Version } from './versions'
import { Views } from './views'
import { Work } from './work'

export type Busy = 'submit' | 'update' | 'skip' | undefined

/** The dialog that is open. */
export type Dialog = 'help' | 'palette' | 'settings' | 'instruction' | 'deleteAll' | 'deleteVersion'

export type FocusPlace = 'note' | 'answers' | 'relation-labels' | 'relation-note' | 'comment'

export class TaskEditor {
  /** Tells several editors on one page apart. */
  readonly id = newId()
  readonly config: Config
  readonly versions: Atom<readonly Version[]>
  readonly work: Atom<Work | undefined> = new Atom<Work | undefined>(undefined)
  readonly busy = new Atom<Busy>(undefined)
  readonly notice = new Atom<Notice | undefined>(undefined)
  readonly complaint = new Atom<Complaint | undefined>(undefined)
  readonly news = new Atom<News | undefined>(undefined)
  /** The dialog that is open. */
  readonly dialog = new Atom<Dialog | undefined>(undefined)
  /** Where the focus is asked to go, counted so that asking twice is two requests. */
  readonly focusRequest = new Atom<{ readonly to: FocusPlace; readonly count: number } | undefined>(undefined)
  readonly settings: SettingsStore
  readonly actions = new Actions(this)
  readonly screen = new Screen()
  readonly views = new Views(this)
  readonly comments: Comments
  readonly tabs = new OtherTabs(this)
  /** What a surface offers to commands (zoom, tools), by object name. */
  readonly surfaces = new Map<string, SurfaceCommands>()
  /** Which way one can step inside the shape that is being drawn. */
  readonly steps = new Atom<Steps>(NO_STEPS)
  readonly focusedSurface = new Atom<string | undefined>(undefined)
  /** Rises when a surface shows its regions elsewhere than before: what is drawn across surfaces follows. */
  readonly moves = new Atom(0)
  readonly options: Atom<EditorOptions>
  readonly assist = new Assist(this)
  private readonly journal: Journal
  private readonly opened = new Map<string, Work>()
  private readonly flushers = new Map<() => void, 'always' | 'submit'>()
  /** What tags know to be wrong with answers, by control. */
  readonly checks = new Map<string, AnswerCheck>()
  private disposed = false

  /** Throws `XmlError` when the config is not well-formed. */
  constructor(
    options: EditorOptions,
    settings = new SettingsStore(),
    private readonly mac = false,
  ) {
    this.options = new Atom(options)
    this.settings = settings
    this.config = readConfig(options.config, options.task.data)
    this.journal = journalFor(options)
    this.versions = new Atom(openTask(options.task, options).versions)
    this.comments = new Comments(this)
  }

  get annotation(): Annotation | undefined {
    return this.work.get()?.annotation
  }

  get readOnly(): boolean {
    return this.options.get().readOnly === true
  }

  /** Fetches an address that the config or the task names. */
  fetch = (url: string, init?: RequestInit): Promise<Response> => (this.options.get().fetch ?? fetch)(url, init)

  setting<K extends keyof Settings>(key: K): Settings[K] {
    return this.settings.current.get()[key]
  }

  // ── opening

  /** Opens what the documented order says, with what an earlier page left in the journal. */
  async start(): Promise<void> {
    const options = this.options.get()
    this.assist.preload()
    const { versions, open } = openTask(options.task, options)
    let first = open
    if (!options.readOnly && !versions.some((it) => it.key === 'new')) {
      const left = await this.recover('new')
      if (left) {
        this.versions.set([newVersion('new', this.versions.get()), ...this.versions.get()])
        if (options.stream || options.annotationId === undefined) first = 'new'
      }
    }
    this.tabs.open()
    if (options.on?.comments && options.task.comment_count !== 0) void this.comments.load()
    await this.open(first)
    const { viewAll } = this.settings.current.get()
    if (viewAll !== 'off' && !options.stream && options.region === undefined && this.views.canCompare) {
      this.views.compare({ as: viewAll })
    }
    if (options.region !== undefined && this.annotation?.region(options.region)) this.actions.select(options.region)
  }

  async open(key: string): Promise<void> {
    const before = this.work.get()
    this.views.back()
    if (before?.version.key === key) return
    if (before) {
      before.stopwatch.stop()
      this.flushControls()
      void before.drafts.flush()
    }
    const work = this.opened.get(key) ?? (await this.prepare(key))
    if (!work || this.disposed) return
    this.opened.set(key, work)
    if (this.tabs.isHeld) work.annotation.held = true
    else work.stopwatch.start()
    this.complaint.set(undefined)
    const suggestions = this.assist.possible ? await this.assist.prepare(work) : undefined
    if (this.disposed) return
    // Another result was given to it meanwhile.
    if (this.opened.get(key) !== work) return this.open(key)
    this.assist.suggestions.set(suggestions)
    this.work.set(work)
    if (work.recovered) this.notice.set({ kind: 'recovered' })
    if (before) this.options.get().on?.selectAnnotation?.(selectedIds(work.version))
  }

  private async prepare(key: string): Promise<Work | undefined> {
    const version = this.versions.get().find((it) => it.key === key)
    if (!version) return undefined
    const options = this.options.get()
    const fixed = this.readOnly || version.kind === 'prediction'
    const left = fixed ? undefined : await this.recover(key)
    // Somebody went on with it elsewhere: what the server has is newer than what was left here.
    const isOlder = left && version.changedAt !== undefined && left.savedAt < Date.parse(version.changedAt)
    const recovered = isOlder ? undefined : left
    const work = new Work(recovered ? { ...version, ...parentsOf(recovered) } : version, {
      config: this.config,
      journal: this.journal,
      journalKey: this.journalKey(key),
      readOnly: this.readOnly,
      saveDraft: options.on?.saveDraft,
      recovered,
    })
    if (!fixed && version.kind === 'new' && !version.isDraft && !recovered) prefill(work.annotation)
    return work
  }

  private journalKey = (key: string): string => `${this.options.get().task.id}/${key}`

  /** What the journal has and the server has not: a page may have been left before it could strike out what the server took. */
  private recover = async (key: string): Promise<JournalEntry | undefined> => {
    const left = await this.journal.load(this.journalKey(key)).catch(() => undefined)
    const { task, user } = this.options.get()
    if (!left || !isTaken(left, task.annotations ?? [], user?.id)) return left
    await this.journal.remove(this.journalKey(key)).catch(() => undefined)
    return undefined
  }

  // ── asking

  askForFocus(to: FocusPlace): void {
    if (to === 'note') this.showPanel('details')
    else if (to === 'comment') this.showPanel('comments')
    else if (to !== 'answers') this.showPanel('relations')
    this.focusRequest.set({ to, count: (this.focusRequest.get()?.count ?? 0) + 1 })
  }

  /** Brings a panel into view, wherever it stands. */
  showPanel(id: PanelId): void {
    this.settings.set({ panelOpen: true, layout: show(this.setting('layout'), id) })
  }

  get canTurnPage(): boolean {
    return [...this.config.objects.values()].some((object) => this.pagesOf(object) > 1)
  }

  private pagesOf = ({ name, pages }: ObjectTag): number => pages?.length ?? this.annotation?.pageCounts.get(name) ?? 1

  turnPage(by: 1 | -1): void {
    const { annotation } = this
    for (const object of this.config.objects.values()) {
      const last = this.pagesOf(object) - 1
      if (!annotation || last < 1) continue
      const to = pageOf(annotation.session, object.name) + by
      if (to >= 0 && to <= last) setPage(annotation.session, object.name, to)
      return
    }
  }

  /** What a surface shows is elsewhere now: it was panned, zoomed, or came. */
  moved = (): void => this.moves.set(this.moves.get() + 1)

  // ── keys

  private resolved: { readonly from: EditorOptions['keymap']; readonly keys: ResolvedKeys } | undefined

  /** The keys that hold now: a page may hand over others at any time. */
  get keys(): ResolvedKeys {
    const { keymap } = this.options.get()
    if (!this.resolved || this.resolved.from !== keymap) {
      const keys = resolveKeys({ mac: this.mac, ...(keymap ? { custom: [keymap] } : {}) })
      this.resolved = { from: keymap, keys }
    }
    return this.resolved.keys
  }

  /** What controls do when the key of one of their options (or their own) is pressed, by node id. */
  readonly optionKeys = new Map<string, () => void>()

  pressOption(key: string): boolean {
    for (const [node, own] of this.config.keys) {
      const run = own === key ? this.optionKeys.get(node) : undefined
      if (!run) continue
      run()
      return true
    }
    return false
  }

  // ── versions

  /** What a version says now, whether it was opened or not. */
  resultOf(version: Version): readonly WireItem[] {
    return this.openedWork(version.key)?.result() ?? version.result
  }

  openedWork(key: string): Work | undefined {
    return this.opened.get(key)
  }

  async add(from?: Version): Promise<void> {
    const key = this.freeKey()
    const version = from ? copyOf({ ...from, result: this.resultOf(from) }, key) : newVersion(key, this.versions.get())
    this.versions.set([version, ...this.versions.get()])
    await this.open(key)
    // A copy is work already: leaving now must not lose it.
    if (from) this.work.get()?.drafts.changed()
  }

  /** Opens the version that stands so many places further on. */
  async openNext(by: 1 | -1): Promise<void> {
    const keys = this.shownVersions.map((it) => it.key)
    const at = keys.indexOf(this.work.get()?.version.key ?? '')
    const next = keys[(at + by + keys.length) % keys.length]
    if (next !== undefined) await this.open(next)
  }

  /** Predictions can be kept from people; the one that is open is always there. */
  get shownVersions(): readonly Version[] {
    const withPredictions = this.options.get().show?.predictions !== false
    const open = this.work.get()?.version.key
    return this.versions.get().filter((it) => withPredictions || it.kind !== 'prediction' || it.key === open)
  }

  /** Has a version start anew from a result given by the page. */
  async restart(key: string, result: readonly WireItem[]): Promise<void> {
    this.opened.get(key)?.drafts.dispose()
    this.opened.delete(key)
    this.versions.set(this.versions.get().map((it) => (it.key === key ? { ...it, result } : it)))
    if (this.work.get()?.version.key !== key) return
    this.work.set(undefined)
    await this.open(key)
  }

  private freeKey(): string {
    const taken = new Set(this.versions.get().map((it) => it.key))
    for (let n = 1; ; n++) {
      const key = n === 1 ? 'new' : `new-${n}`
      if (!taken.has(key)) return key
    }
  }

  /** Deletes the open version: a stored annotation, or a draft that nobody else has seen. */
  async deleteOpen(): Promise<void> {
    const work = this.work.get()
    if (!work || this.readOnly || work.version.kind === 'prediction') return
    const { on } = this.options.get()
    const { id, key } = work.version
    try {
      work.drafts.pause()
      await work.drafts.idle()
      if (id !== undefined) await on?.deleteAnnotation?.({ annotationId: id })
      else if (work.storedDraft !== undefined) await on?.deleteDraft?.({ id: work.storedDraft })
      await work.drafts.finish()
    } catch (error) {
      work.drafts.resume()
      this.notice.set({ kind: 'failed', action: 'delete', message: messageOf(error) })
      return
    }
    this.opened.delete(key)
    const rest = this.versions.get().filter((it) => it.key !== key)
    this.versions.set(rest)
    if (rest[0]) await this.open(rest[0].key)
    else await this.add()
  }

  async setGroundTruth(value: boolean): Promise<void> {
    const work = this.work.get()
    const id = work?.version.id
    if (!work || id === undefined || work.version.kind !== 'annotation') return
    const stored = await this.options.get().on?.groundTruth?.({ annotationId: id, value })
    if (stored) work.rebase(stored.updated_at)
    this.versions.set(
      this.versions.get().map((it) => ({
        ...it,
        isGroundTruth: it.key === work.version.key ? value : value ? false : it.isGroundTruth,
      })),
    )
  }

  // ── sending

  readonly handover = new Handover(this)

  submit = (): Promise<boolean> => this.handover.send('submit')
  update = (): Promise<boolean> => this.handover.send('update')
  skip = (): Promise<boolean> => this.handover.send('skip')

  /** Submit for what is new, Update for what is stored. */
  submitOrUpdate = (): Promise<boolean> =>
    this.work.get()?.version.kind === 'annotation' ? this.update() : this.submit()

  async unskip(): Promise<void> {
    const work = this.work.get()
    if (work) await this.options.get().on?.unskip?.(work.submission())
  }

  // ── controls with work of their own

  /** `flush` writes what a control holds back: text typed and not added yet, a default that nobody changed. */
  onFlush(flush: () => void, when: 'always' | 'submit' = 'always'): () => void {
    this.flushers.set(flush, when)
    return () => void this.flushers.delete(flush)
  }

  private readonly awaited = new Set<Promise<unknown>>()

  /** What was asked for is still being computed; sending waits for it. */
  waitFor(work: Promise<unknown>): void {
    this.awaited.add(work)
    void work.finally(() => this.awaited.delete(work))
  }

  async settled(): Promise<void> {
    while (this.awaited.size > 0) await Promise.allSettled(this.awaited)
    await allWritten()
  }

  flushControls(submitting = false): void {
    for (const [flush, when] of this.flushers) if (submitting || when === 'always') flush()
  }

  /** Told of every region that somebody has finished. */
  readonly drawn = new Listeners<[region: string]>()

  /** A new region is done. */
  finished(region: string): void {
    const { annotation } = this
    if (!annotation) return
    this.drawn.notify(region)
    const labels = this.labelText([region])
    annotation.finished(region, {
      keepLabels: this.setting('keepLabels'),
      selectAfterCreate: this.setting('selectAfterCreate'),
    })
    this.news.set({ kind: 'created', count: 1, labels })
    this.assist.askAbout(region)
  }

  labelText(regions: Iterable<string>): string {
    const names = new Set<string>()
    for (const id of regions) {
      for (const label of this.annotation?.document.labelsOf(id) ?? []) names.add(label.title)
    }
    return [...names].join(', ')
  }

  refuse(refusal: Refusal): void {
    this.notice.set({ kind: 'refused', refusal })
  }

  // ── leaving

  get unsynced(): boolean {
    return this.comments.hasUnsent || [...this.opened.values()].some((work) => work.drafts.unsynced)
  }

  /** Whether anything was done here since the task was opened. */
  get isTouched(): boolean {
    return [...this.opened.values()].some((work) => work.recovered || work.annotation.history.get().depth > 0)
  }

  /** The work goes on in another tab, or here again. */
  hold(held: boolean): void {
    for (const { annotation, drafts } of this.opened.values()) {
      annotation.bail()
      annotation.held = held || this.views.isAway
      if (held) drafts.pause()
      else drafts.resume()
    }
    const stopwatch = this.work.get()?.stopwatch
    if (held) stopwatch?.stop()
    else stopwatch?.start()
  }

  /** The page is hidden or left: send what can be sent. */
  flush(): Promise<unknown> {
    this.flushControls()
    return Promise.all([...this.opened.values()].map((work) => work.drafts.flush()))
  }

  retryNow(): void {
    void this.comments.retry()
    for (const work of this.opened.values()) work.drafts.retryNow()
  }

  async dispose(): Promise<void> {
    this.disposed = true
    this.assist.dispose()
    await this.flush()
    this.tabs.close()
    for (const work of this.opened.values()) work.drafts.dispose()
  }
}

function journalFor(options: EditorOptions): Journal {
  if (options.readOnly || options.task.id === undefined) return memoryJournal()
  return options.journal ?? indexedDbJournal(options.user ? String(options.user.id) : 'anyone')
}

const parentsOf = (left: { parentPrediction?: number; parentAnnotation?: number }): Partial<Version> => ({
  ...(left.parentPrediction === undefined ? {} : { parentPrediction: left.parentPrediction }),
  ...(left.parentAnnotation === undefined ? {} : { parentAnnotation: left.parentAnnotation }),
})

function selectedIds(version: Version): { annotationId?: number; predictionId?: number } {
  if (version.id === undefined) return {}
  return version.kind === 'prediction' ? { predictionId: version.id } : { annotationId: version.id }
}

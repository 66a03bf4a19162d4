/** What stands behind the object that a page holds: the task it gave, the editor that shows it, and who listens. */

import { memoryJournal } from '../../core/journal'
import type { EditorOptions, TaskInput, WirePrediction } from '../../core/options'
import type { TaskEditor } from '../../core/task-editor'
import { emptyVersion, openTask, predictionVersion, type Version } from '../../core/versions'
import type { Work } from '../../core/work'
import type { WireItem } from '../../model'
import { type Mounted, mountEditor } from '../../mount'
import { HostAnnotation } from './annotation'
import { buttonsIn } from './buttons'
import { Emitter, listenersIn } from './events'
import { handlersFor } from './handlers'
import { DEFAULT_INTERFACES, optionsFor } from './interfaces'
import type { GivenUser, LabelStudioOptions } from './options'
import { Pks } from './pks'
import { HostRegion } from './region'
import { reviewButtons } from './review'
import { readSettings } from './settings'
import { HostStore } from './store'
import { Suggesting } from './suggesting'
import { type GivenTask, readTask } from './task'

const NOTHING: TaskInput = { data: {} }

export class Host {
  readonly emitter = new Emitter()
  readonly pks = new Pks()
  readonly interfaces: Set<string>
  readonly store: HostStore
  readonly suggesting = new Suggesting(this)
  task: TaskInput | undefined
  givenTask: GivenTask | undefined
  private config: string
  private readonly mounted: Mounted
  private readonly journal = memoryJournal()
  private opened: TaskEditor | undefined
  /** What is to be open, until it is. */
  private wanted: string | undefined
  /** What annotations hold as soon as they can be worked on. */
  private readonly results = new Map<string, readonly WireItem[]>()
  private loaded = false
  private readonly annotations = new Map<string, HostAnnotation>()
  private release: (() => void)[] = []

  constructor(
    root: HTMLElement,
    readonly given: LabelStudioOptions,
  ) {
    this.interfaces = new Set(given.interfaces ?? DEFAULT_INTERFACES)
    this.config = given.config ?? ''
    this.givenTask = given.task
    this.task = given.task && readTask(given.task, this.pks)
    this.store = new HostStore(this)
    for (const [name, listener] of listenersIn(given)) this.emitter.on(name, listener)
    this.mounted = mountEditor(root, { ...this.options(), shadow: given.shadow ?? true }, (editor) => this.meet(editor))
  }

  destroy(): void {
    this.leave()
    this.mounted.destroy()
  }

  // ── the editor

  /** The one of the task at hand; none while it is still being opened. */
  get editor(): TaskEditor | undefined {
    return this.opened?.options.get().task === this.task ? this.opened : undefined
  }

  private meet(editor: TaskEditor): void {
    this.leave()
    this.opened = editor
    let work: Work | undefined
    let forget = (): void => undefined
    const follow = (): void => {
      const now = editor.work.get()
      if (!now || now === work) return
      forget()
      if (work && work.version.key !== now.version.key) this.selected(now, work)
      work = now
      forget = this.followRegions(now)
    }
    this.release = [editor.work.subscribe(follow), editor.drawn.add((region) => this.drawn(region)), () => forget()]
    follow()
    for (const [key, result] of this.results) this.restart(key, result)
    this.results.clear()
    if (this.wanted !== undefined) void this.go(editor.open(this.wanted), this.wanted)
    if (!this.task) return
    if (!this.loaded) this.emitter.tell('labelStudioLoad', this.store)
    this.loaded = true
    this.emitter.tell('storageInitialized', this.store)
    this.emitter.tell('taskLoad', this.store)
  }

  private leave(): void {
    for (const release of this.release.splice(0)) release()
    this.opened = undefined
  }

  private selected(now: Work, before: Work): void {
    const [annotation, previous] = [now, before].map((it) => this.annotation(it.version.key))
    if (annotation) this.emitter.tell('selectAnnotation', annotation, previous, { fromViewAll: false })
  }

  private followRegions({ annotation }: Work): () => void {
    return annotation.store.subscribe((diff, source) => {
      if (source !== 'user') return
      for (const record of diff.added.values()) {
        if (record.record === 'region') this.emitter.tell('entityCreate', new HostRegion(annotation, record))
      }
      for (const record of diff.removed.values()) {
        if (record.record === 'region') this.emitter.tell('entityDelete', new HostRegion(annotation, record))
      }
    })
  }

  private drawn(id: string): void {
    const { annotation, assist } = this.editor ?? {}
    const region = annotation?.region(id)
    // One that a model is asked about is told with the question.
    if (annotation && region && !assist?.isPrompt(id))
      this.emitter.tell('regionFinishedDrawing', new HostRegion(annotation, region), [])
  }

  // ── the task

  assign(task: GivenTask | undefined): void {
    this.givenTask = task
    this.task = task && readTask(task, this.pks)
    this.annotations.clear()
    this.results.clear()
    this.wanted = undefined
    this.refresh()
  }

  assignConfig(config: string): void {
    this.config = config
    this.refresh()
  }

  /** Options, interfaces or listeners are others now. */
  refresh(): void {
    this.mounted.update(this.options())
  }

  private options(): EditorOptions {
    const { given, emitter } = this
    const { keymap, locale, colorScheme, description, queuePosition, queueTotal } = given
    const { forceAutoAnnotation = false, forceAutoAcceptSuggestions = false } = given
    return {
      config: this.config,
      task: this.task ?? NOTHING,
      usePredictions: false,
      settings: readSettings(given.settings ?? {}),
      // Pages of Label Studio keep drafts themselves, if they want any.
      journal: this.journal,
      ...optionsFor(this.interfaces),
      forceAutoAnnotation,
      forceAutoAcceptSuggestions,
      buttons: [
        ...buttonsIn(given.customButtons).map(({ button }) => button),
        ...(this.interfaces.has('review') ? reviewButtons(given.customButtons) : []),
      ],
      on: handlersFor(this),
      message: this.store.message,
      ...userOf(given.user),
      ...(keymap ? { keymap } : {}),
      ...(locale ? { locale } : {}),
      ...(colorScheme ? { colorScheme } : {}),
      ...(description ? { instruction: description } : {}),
      ...(queueTotal === undefined || !this.interfaces.has('topbar:task-counter')
        ? {}
        : { queue: { position: queuePosition ?? 1, total: queueTotal } }),
      ...(emitter.has('presignUrlForProject') ? { resolveUrl: (url: string) => this.presigned(url) } : {}),
    }
  }

  private async presigned(url: string): Promise<string> {
    const answers = await this.emitter.ask('presignUrlForProject', this.store, url)
    return answers.find((it) => typeof it === 'string') ?? url
  }

  // ── annotations

  get versions(): readonly Version[] {
    return this.editor?.versions.get() ?? (this.task ? openTask(this.task, { usePredictions: false }).versions : [])
  }

  get selectedKey(): string | undefined {
    if (this.wanted !== undefined) return this.wanted
    if (this.editor) return this.editor.work.get()?.version.key
    return this.task ? openTask(this.task, { usePredictions: false }).open : undefined
  }

  /** Always the same object for the same annotation. */
  annotation(key: string): HostAnnotation {
    const known = this.annotations.get(key) ?? new HostAnnotation(this, key)
    this.annotations.set(key, known)
    return known
  }

  workOf(key: string): Work | undefined {
    return this.editor?.openedWork(key)
  }

  resultOf(key: string): WireItem[] {
    const version = this.versions.find((it) => it.key === key)
    if (!version) return []
    const given = this.results.get(key)
    if (given) return [...given]
    if (this.editor?.work.get()?.version.key === key) this.editor.flushControls()
    return [...(this.editor?.resultOf(version) ?? version.result)]
  }

  open(key: string): void {
    if (this.selectedKey === key) return
    if (this.editor) void this.go(this.editor.open(key), key)
    else this.wanted = key
  }

  /** Pages read what is selected at once; opening takes a moment. */
  private async go(opening: Promise<void>, key: string): Promise<void> {
    this.wanted = key
    await opening
    if (this.wanted === key) this.wanted = undefined
  }

  /** A new annotation, or the open one if nothing has been done to it. */
  add(result: readonly WireItem[] | undefined): HostAnnotation {
    const untouched = this.versions.find((it) => it.kind === 'new' && this.isUntouched(it))
    if (untouched) {
      if (result) this.restart(untouched.key, result)
      this.open(untouched.key)
      return this.annotation(untouched.key)
    }
    if (this.editor) return this.begin(this.editor, { ...emptyVersion(''), result: result ?? [] })
    // Not opened yet: it is among what will be.
    const drafts = [...(this.task?.drafts ?? []), { id: this.pks.fresh(), result: result ?? [] }]
    this.task = { ...(this.task ?? NOTHING), drafts }
    this.refresh()
    this.wanted = 'new'
    return this.annotation(this.wanted)
  }

  /** A new annotation that starts as a copy of another or of a prediction. */
  copy(key: string): HostAnnotation {
    const version = this.versions.find((it) => it.key === key)
    return this.editor && version ? this.begin(this.editor, version) : this.add(version?.result)
  }

  private begin(editor: TaskEditor, from: Version): HostAnnotation {
    const adding = editor.add(from)
    const key = editor.versions.get()[0]?.key ?? from.key
    void this.go(adding, key)
    return this.annotation(key)
  }

  private isUntouched(version: Version): boolean {
    const work = this.workOf(version.key)
    return version.result.length === 0 && (work?.result().length ?? 0) === 0
  }

  addPrediction(prediction: WirePrediction): HostAnnotation {
    const version = predictionVersion(prediction)
    if (this.editor) this.editor.versions.set([...this.editor.versions.get(), version])
    else if (this.task) {
      this.task = { ...this.task, predictions: [...(this.task.predictions ?? []), prediction] }
      this.refresh()
    }
    return this.annotation(version.key)
  }

  restart(key: string, result: readonly WireItem[]): void {
    if (this.editor) void this.editor.restart(key, result)
    else this.results.set(key, result)
  }

  becameStored(key: string, id: number): void {
    const work = this.workOf(key)
    if (work) this.editor?.handover.becameStored(work, id)
  }

  act<T>(act: (editor: TaskEditor) => T): T | undefined {
    return this.editor && act(this.editor)
  }

  /** Does something to an annotation, which has to be open for it. */
  async on<T>(key: string, act: (editor: TaskEditor) => T): Promise<Awaited<T> | undefined> {
    const { editor } = this
    if (!editor) return undefined
    await editor.open(key)
    return await act(editor)
  }
}

function userOf(user: GivenUser | undefined): Pick<EditorOptions, 'user'> {
  const id = user?.id ?? user?.pk
  if (!user || id === undefined) return {}
  const name = [user.firstName, user.lastName].filter(Boolean).join(' ')
  return { user: { id, email: user.email ?? '', ...(name === '' ? {} : { name }) } }
}

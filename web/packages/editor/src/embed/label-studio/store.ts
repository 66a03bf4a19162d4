/** `store`: the state that pages of Label Studio read and change. */

import { t } from '@labelwright/i18n'
import type { JsonObject } from '../../model'
import { HostAnnotations } from './annotations'
import type { Host } from './host'
import type { Parse } from './suggesting'
import type { GivenTask } from './task'

/** States in which there is no task to show, with the message of the page and our own. */
const EMPTY_STATES = [
  ['noAccess', 'NO_ACCESS', () => t('embed.noAccess')],
  ['labeledSuccess', 'DONE', () => t('embed.done')],
  ['noTask', 'NO_NEXT_TASK', () => t('embed.noTask')],
  ['noMoreTasks', 'NO_COMP_LEFT', () => t('embed.nothingLeft')],
] as const

export type Flags = Readonly<Record<string, unknown>>

export class HostStore {
  readonly annotationStore: HostAnnotations
  private flags: Flags = {}

  constructor(private readonly host: Host) {
    this.annotationStore = new HostAnnotations(host)
  }

  /** What it was before version 1.0. */
  get completionStore(): HostAnnotations {
    return this.annotationStore
  }

  get task():
    | { readonly id: string | number | undefined; readonly data: string; readonly dataObj: JsonObject }
    | undefined {
    const { task } = this.host
    return task && { id: task.id, data: JSON.stringify(task.data), dataObj: task.data }
  }

  get config(): string {
    return this.host.given.config ?? ''
  }

  get user(): unknown {
    return this.host.given.user
  }

  get users(): readonly unknown[] {
    return this.host.given.users ?? []
  }

  get description(): string | undefined {
    return this.host.given.description
  }

  get settings(): Flags {
    return this.host.given.settings ?? {}
  }

  get interfaces(): string[] {
    return [...this.host.interfaces]
  }

  get isSubmitting(): boolean {
    return this.host.editor?.busy.get() !== undefined
  }

  /** Whether all of these parts are shown. */
  hasInterface(...names: string[]): boolean {
    return names.every((name) => this.host.interfaces.has(name))
  }

  toggleInterface(name: string, value = !this.host.interfaces.has(name)): void {
    if (value) this.host.interfaces.add(name)
    else this.host.interfaces.delete(name)
    this.host.refresh()
  }

  assignTask(task: GivenTask): void {
    this.flags = {}
    this.host.assign(task)
  }

  /** The annotations and predictions of the task that was assigned. */
  initializeStore(given: Pick<GivenTask, 'annotations' | 'predictions'>): void {
    this.host.assign({ data: {}, ...this.host.givenTask, ...given })
  }

  assignConfig(config: string): void {
    this.host.assignConfig(config)
  }

  /** Leaves the task. */
  resetState(): void {
    this.flags = {}
    this.host.assign(undefined)
  }

  /** `noTask`, `noAccess`, `labeledSuccess` show a message in place of the task; others are only kept. */
  setFlags(flags: Flags): void {
    this.flags = { ...this.flags, ...flags }
    this.host.refresh()
  }

  // ── models

  get autoAnnotation(): boolean {
    return this.host.editor?.assist.on === true
  }

  get autoAcceptSuggestions(): boolean {
    return this.host.editor?.assist.accepts === true
  }

  get forceAutoAnnotation(): boolean {
    return this.host.given.forceAutoAnnotation === true
  }

  get forceAutoAcceptSuggestions(): boolean {
    return this.host.given.forceAutoAcceptSuggestions === true
  }

  get awaitingSuggestions(): boolean {
    return this.host.editor?.assist.suggestions.get()?.asking.get().kind === 'asking'
  }

  setAutoAnnotation(value: boolean): void {
    this.host.act((editor) => editor.settings.set({ autoAnnotation: value }))
  }

  setAutoAcceptSuggestions(value: boolean): void {
    this.host.act((editor) => editor.settings.set({ autoAccept: value }))
  }

  /** Waits for a model's answer; `parse` makes result items of it. */
  loadSuggestions(request: unknown, parse?: Parse): Promise<void> {
    return this.host.suggesting.load(request, parse)
  }

  // ── ways out

  submitAnnotation = (): Promise<boolean> | undefined => this.host.act((editor) => editor.submit())
  updateAnnotation = (): Promise<boolean> | undefined => this.host.act((editor) => editor.update())
  skipTask = (): Promise<boolean> | undefined => this.host.act((editor) => editor.skip())
  unskipTask = (): Promise<void> | undefined => this.host.act((editor) => editor.unskip())

  /** What is shown in place of the task. */
  get message(): string | undefined {
    const given = this.host.given.messages
    const state = EMPTY_STATES.find(([flag]) => this.flags[flag] === true)
    if (state) return given?.[state[1]] ?? state[2]()
    return this.host.task ? undefined : (given?.NO_NEXT_TASK ?? t('embed.noTask'))
  }
}

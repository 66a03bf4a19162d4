import {
  ApiError,
  nextTask,
  nextTaskOf,
  type OpenTask,
  prefetchTask,
  prefetchTaskOf,
  type TaskQuery,
} from '@labelwright/api'
import type { Outbox } from './outbox.ts'
import { prefetchMedia } from './prefetchMedia.ts'

interface StreamApi {
  nextTask: (project: number) => Promise<OpenTask>
  prefetchTask: (project: number, current: number) => Promise<OpenTask>
  prefetchMedia: (task: OpenTask) => void
}

/** Only these tasks, in their order. */
export const asDisplayed = (query: TaskQuery): StreamApi => ({
  nextTask: (project) => nextTaskOf(project, query),
  prefetchTask: (project, current) => prefetchTaskOf(project, query, current),
  prefetchMedia,
})

/** The label stream: the task to work on now, and the one after it, fetched before it is needed. */
export class Stream {
  private ahead: Promise<OpenTask | undefined> | undefined

  constructor(
    private readonly project: number,
    private readonly outbox: Outbox,
    private readonly api: StreamApi = { nextTask, prefetchTask, prefetchMedia },
  ) {}

  /** The task of the caller's lock; nothing when there is no work left. */
  async current(): Promise<OpenTask | undefined> {
    // What waits must be sent first: until then the server counts its task as not done, and gives it again.
    await this.outbox.flush()
    const task = await this.api.nextTask(this.project).catch(nothingLeft)
    if (task) this.lookAhead(task.id)
    return task
  }

  /** The prefetched task, at once. `settled` is the one that the server really gives: nearly always the same. */
  async advance(): Promise<{ task: OpenTask | undefined; settled: Promise<OpenTask | undefined> }> {
    const ahead = await this.ahead
    this.ahead = undefined
    const settled = this.current()
    if (!ahead || this.isAnswered(ahead.id)) return { task: await settled, settled }
    // Without the server the prefetched task is what there is to go on with.
    return { task: ahead, settled: settled.catch(() => ahead) }
  }

  private isAnswered = (task: number): boolean => this.outbox.waiting.some((entry) => entry.task === task)

  private lookAhead(after: number): void {
    this.ahead = this.api.prefetchTask(this.project, after).then(
      (task) => {
        if (task.id === after) return undefined
        this.api.prefetchMedia(task)
        return task
      },
      () => undefined,
    )
  }
}

function nothingLeft(error: unknown): undefined {
  if (error instanceof ApiError && error.status === 404) return undefined
  throw error
}

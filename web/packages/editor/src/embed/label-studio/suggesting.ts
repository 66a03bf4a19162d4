/** What stands between an editor that asks a model and a page that knows one: `regionFinishedDrawing` and `loadSuggestions`. */

import { isObject, type Json, type WireItem } from '../../model'
import type { Host } from './host'
import { HostRegion } from './region'

export type Parse = (answer: unknown) => unknown

export class Suggesting {
  /** Takes what the page loads for the question that was asked last. */
  private waiting: ((items: Promise<WireItem[]>) => void) | undefined

  constructor(private readonly host: Pick<Host, 'emitter' | 'editor'>) {}

  /** Tells the page what was drawn for a model. A page that loads nothing suggests nothing. */
  async ask(drawn: readonly WireItem[]): Promise<readonly WireItem[]> {
    const regions = this.regionsOf(drawn)
    const last = regions.at(-1)
    if (!last) return []
    let loaded: Promise<WireItem[]> | undefined
    const take = (items: Promise<WireItem[]>): void => {
      loaded = items
    }
    this.waiting = take
    await this.host.emitter.ask('regionFinishedDrawing', last, regions)
    if (this.waiting === take) this.waiting = undefined
    return loaded ?? []
  }

  /** Suggestions that the page has asked for; what fails is shown, and not thrown, when the editor waits for it. */
  async load(request: unknown, parse: Parse = (answer) => answer): Promise<void> {
    const items = Promise.resolve(request).then((answer) => itemsIn(parse(answer)))
    const { waiting } = this
    this.waiting = undefined
    if (!waiting) this.host.editor?.assist.suggestions.get()?.bring(await items)
    else {
      waiting(items)
      await items.catch(() => undefined)
    }
  }

  private regionsOf(drawn: readonly WireItem[]): HostRegion[] {
    const { annotation, assist } = this.host.editor ?? {}
    const prompts = assist?.suggestions.get()?.prompts
    if (!annotation) return []
    const { session, document } = annotation
    return [...new Set(drawn.map((item) => String(item.id)))].flatMap((id) => {
      const prompt = prompts?.region(id)
      const region = document.region(id)
      if (prompts && prompt) return new HostRegion({ document: prompts.document, session }, prompt, true)
      return region ? new HostRegion(annotation, region) : []
    })
  }
}

/** A list of items, or what models wrap one in. */
function itemsIn(answer: unknown): WireItem[] {
  if (Array.isArray(answer))
    return answer.flatMap((it) => (isObject(it) && 'result' in it ? itemsIn(it) : (it as Json))) as WireItem[]
  if (isObject(answer as Json)) {
    const { result, data } = answer as { result?: unknown; data?: unknown }
    if (result !== undefined || data !== undefined) return itemsIn(result ?? data)
  }
  throw new TypeError('Suggestions must be a list of result items.')
}

/** The wire to a component in its frame: starts it, tells it the state, hears what it says, notices when it says nothing. */

import { locale } from '@labelwright/i18n'
import react from '../../../../../node_modules/react/cjs/react.production.js?url&no-inline'
import reactDom from '../../../../../node_modules/react-dom/cjs/react-dom.production.js?url&no-inline'
import reactDomClient from '../../../../../node_modules/react-dom/cjs/react-dom-client.production.js?url&no-inline'
import scheduler from '../../../../../node_modules/scheduler/cjs/scheduler.production.js?url&no-inline'
import holder from './holder.html?url&no-inline'
import { readSaid, type Said, type Told } from './messages'
import runtime from './runtime.js?raw'

const MODULES = { react, 'react-dom': reactDom, 'react-dom/client': reactDomClient, scheduler }

/** The frame can load nothing: what it needs is handed in. */
async function modules(): Promise<Readonly<Record<string, string>>> {
  const texts = Object.entries(MODULES).map(async ([name, url]) => {
    const response = await fetch(url)
    if (!response.ok) throw new Error(`${name} does not load`)
    return [name, await response.text()]
  })
  return Object.fromEntries(await Promise.all(texts))
}

/** After so many milliseconds without a word something is wrong, however busy the machine is. */
const PATIENCE = 8000

type State = Omit<Told, 'turn'> & Required<Pick<Told, 'code'>>

export interface Listener {
  readonly said: (said: Said) => void
  /** Whether it has not answered for long. */
  readonly silent: (silent: boolean) => void
}

export class Connection {
  private readonly channel = new MessageChannel()
  private turn = 0
  private waiting: ReturnType<typeof setTimeout> | undefined
  private state: State | undefined
  private ready = false

  constructor(
    frame: HTMLIFrameElement,
    title: string,
    private readonly to: Listener,
  ) {
    this.channel.port1.onmessage = ({ data }: MessageEvent) => this.hear(readSaid(data))
    this.wait()
    const start = async (): Promise<void> => {
      await loaded(frame, holder)
      const told = { title, lang: locale(), runtime, modules: await modules() }
      // The frame has no origin that could be named.
      frame.contentWindow?.postMessage(told, '*', [this.channel.port2])
    }
    start().catch(() => this.to.silent(true))
  }

  /** What the component is to know from now on. */
  tell(state: State): void {
    this.state = state
    if (this.ready) this.send(state)
  }

  close(): void {
    clearTimeout(this.waiting)
    this.channel.port1.close()
  }

  private send({ code, data, ...state }: State): void {
    this.turn++
    this.wait()
    // Code and data stay as they are.
    const first = this.turn === 1 ? { code, data } : {}
    this.channel.port1.postMessage({ ...state, ...first, turn: this.turn })
  }

  private hear(said: Said | undefined): void {
    if (!said) return
    if (said.kind === 'ready' && !this.ready && this.state) {
      this.ready = true
      this.send(this.state)
    } else if (said.kind === 'seen' && said.turn === this.turn) {
      clearTimeout(this.waiting)
      this.waiting = undefined
      this.to.silent(false)
    } else this.to.said(said)
  }

  private wait(): void {
    this.waiting ??= setTimeout(() => this.to.silent(true), PATIENCE)
  }
}

const loaded = (frame: HTMLIFrameElement, url: string): Promise<unknown> =>
  new Promise((done) => {
    frame.addEventListener('load', done, { once: true })
    frame.src = url
  })

/** Time spent on an annotation: runs while it is open and the page is visible. */

export class Stopwatch {
  private before: number
  private since: number | undefined

  /** `seconds` were spent in earlier sittings. */
  constructor(seconds = 0) {
    this.before = seconds
  }

  get seconds(): number {
    const running = this.since === undefined ? 0 : (Date.now() - this.since) / 1000
    return Math.round((this.before + running) * 1000) / 1000
  }

  start(): void {
    this.since ??= Date.now()
  }

  stop(): void {
    this.before = this.seconds
    this.since = undefined
  }
}

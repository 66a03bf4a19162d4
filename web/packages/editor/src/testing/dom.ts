/** What the editor needs of a browser and jsdom has not. Nothing here draws; it only lets the code run. */

import { tagModules } from '../tags'
import { preloadTags } from '../tags/lazy'
import { preloadPanels } from '../view/panels/panel'

class Watcher {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

/** Everything is in sight. */
class Sight extends Watcher {
  constructor(private readonly tell: (entries: readonly { isIntersecting: boolean }[]) => void) {
    super()
  }
  override observe(): void {
    this.tell([{ isIntersecting: true }])
  }
}

class Sheet {
  readonly cssRules: unknown[] = []
  replaceSync(): void {}
  insertRule(): number {
    return 0
  }
}

class Marks extends Set<unknown> {
  priority = 0
  constructor(...ranges: unknown[]) {
    super(ranges)
  }
}

const NOWHERE = { x: 0, y: 0, width: 0, height: 0, top: 0, left: 0, right: 0, bottom: 0 }

/** As far as it is needed inside quotes. */
const escaped = (text: string): string => text.replace(/["\\]/g, '\\$&')

export async function prepareDom(): Promise<void> {
  Object.assign(globalThis, {
    ResizeObserver: Watcher,
    IntersectionObserver: Sight,
    CSSStyleSheet: Sheet,
    // PDFs are not drawn: what reads them only has to load.
    DOMMatrix: class {},
    Highlight: Marks,
    CSS: { ...globalThis.CSS, escape: escaped, highlights: new Map(), supports: () => false },
  })
  document.adoptedStyleSheets = []
  // Nothing is laid out: there is nothing under the pointer.
  document.elementFromPoint = () => null
  Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true })
  Object.defineProperty(ShadowRoot.prototype, 'adoptedStyleSheets', { value: [], writable: true, configurable: true })
  window.matchMedia = ((query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  })) as unknown as typeof window.matchMedia
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList
  Range.prototype.getBoundingClientRect = () => NOWHERE as DOMRect
  Element.prototype.scrollIntoView = () => undefined
  HTMLCanvasElement.prototype.getContext = () => null
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  // Tests look at what is drawn at once.
  await Promise.all([preloadTags(Object.values(tagModules)), preloadPanels(), import('../tags/Sanitised')])
}

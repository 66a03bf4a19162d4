/** Puts a document into the page: in a shadow tree when it is a page of its own, else among what is around it. */

import { homeOf } from '../../media/home'
import { type CleanMarkup, sanitise } from '../../media/html/sanitise'
import { scopeSheet } from '../sheet'

export interface LaidPage {
  /** Holds the document and nothing else. */
  readonly content: HTMLElement
  readonly release: () => void
}

interface LayOptions {
  readonly inline: boolean
  readonly clickableLinks: boolean
}

/** What a document without styles of its own looks like: those of the editor do not reach in. */
const PLAIN = `@layer plain {
  :host { all: initial; display: block; }
  .page { font: 15.5px/1.9 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
    color: var(--lw-text); overflow-wrap: anywhere; cursor: text; }
  .page > :first-child { margin-top: 0; }
  .page > :last-child { margin-bottom: 0; }
  .page :is(img, video) { max-width: 100%; height: auto; }
  .page a { color: var(--lw-accent); }
  .page[data-links="false"] :is(a, area) { cursor: text; }
  .page :is(td, th) { padding: 4px 10px; }
  ::selection { background: color-mix(in srgb, var(--lw-accent) 32%, transparent); }
}`

let pages = 0

export function layPage(element: HTMLElement, markup: string, options: LayOptions): LaidPage {
  const clean = sanitise(markup, options)
  const content = document.createElement('div')
  const scope = `page-${++pages}`
  content.className = `page ${scope}`
  content.dataset.links = String(options.clickableLinks)
  content.addEventListener('click', (event) => followLink(event, content, options.clickableLinks))
  const home = options.inline ? homeOf(element) : shadowIn(element, hasOwnColours(clean))
  ;(options.inline ? element : home).appendChild(content)
  content.append(...clean.root.childNodes)
  const sheets = [...(options.inline ? [] : [PLAIN]), ...clean.sheets.map((text) => scopeSheet(text, `.${scope}`))]
  const adopted = sheets.map((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    return sheet
  })
  home.adoptedStyleSheets = [...home.adoptedStyleSheets, ...adopted]
  return {
    content,
    release: () => {
      home.adoptedStyleSheets = home.adoptedStyleSheets.filter((sheet) => !adopted.includes(sheet))
    },
  }
}

function shadowIn(element: HTMLElement, isPaper: boolean): ShadowRoot {
  const host = document.createElement('div')
  // Written for a white page: it stays one, whatever the theme.
  element.toggleAttribute('data-paper', isPaper)
  element.append(host)
  return host.attachShadow({ mode: 'open' })
}

const hasOwnColours = ({ root, sheets }: CleanMarkup): boolean =>
  sheets.some((text) => /(?:color|background)[\w-]*\s*:/i.test(text)) ||
  root.querySelector('[style*="color" i], [style*="background" i], [bgcolor], [background], font[color]') !== null

/** Links within the document scroll there; others open beside the editor, if the config lets them. */
function followLink(event: Event, content: HTMLElement, clickable: boolean): void {
  const link = event.target instanceof Element ? event.target.closest('a, area') : null
  if (!link) return
  const href = link.getAttribute('href') ?? ''
  if (clickable && !href.startsWith('#')) return
  event.preventDefault()
  if (clickable && href.length > 1) content.querySelector(`#${CSS.escape(href.slice(1))}`)?.scrollIntoView()
}

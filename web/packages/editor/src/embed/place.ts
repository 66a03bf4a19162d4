/**
 * Where in a page an editor stands. In a shadow tree neither side's styles reach the other; what is inherited into one
 * all the same (fonts, colours, the direction of the text) starts anew inside.
 */

import { adoptSheets } from './sheets'

export interface Place {
  /** Empty; the editor is drawn into it. */
  readonly container: HTMLElement
  readonly release: () => void
}

const places = new Set<Place>()

export function lightPlace(element: HTMLElement): Place {
  const leave = adoptSheets(document)
  return entered({
    container: element,
    release: () => {
      leave()
      element.replaceChildren()
    },
  })
}

export function shadowPlace(element: HTMLElement): Place {
  element.replaceChildren()
  // An element of its own: a shadow tree could not be taken off the page's again.
  const host = document.createElement('labelwright-editor')
  host.style.cssText = hostStyle(hasHeight(element))
  const home = host.attachShadow({ mode: 'open' })
  const leave = adoptSheets(home)
  const container = document.createElement('div')
  container.style.cssText = 'all: initial; direction: ltr; display: block; flex: 1; min-width: 0; min-height: 0'
  home.append(container)
  element.append(host)
  return entered({
    container,
    release: () => {
      leave()
      host.remove()
    },
  })
}

function entered(place: Place): Place {
  const own: Place = {
    ...place,
    release: () => {
      place.release()
      places.delete(own)
      if (places.size === 0) removeMeasure()
    },
  }
  places.add(own)
  return own
}

/** Whether the page says how high an empty element is, so that the editor fills it instead of growing. */
function hasHeight(element: HTMLElement): boolean {
  const { height } = getComputedStyle(element)
  return height !== 'auto' && Number.parseFloat(height) !== 0
}

/** Inline and important, because the page's own rules reach this one element. */
function hostStyle(fills: boolean): string {
  const height = fills ? ['height: 100%'] : ['min-height: 480px', 'max-height: 100vh']
  return ['all: initial', 'display: flex', 'position: relative', ...height].map((it) => `${it} !important`).join('; ')
}

/** Mantine measures text areas in one at the end of the page, made when needed: it goes with the last editor. */
function removeMeasure(): void {
  document.querySelector('body > textarea[aria-label="autosize measurement"]')?.remove()
}

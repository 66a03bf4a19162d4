/**
 * The style sheets of the editor, as its modules bring them. A document or shadow tree that adopts them has all that
 * were brought so far, and gets those of tags that are loaded later. In the app the bundler puts styles into the page,
 * and nothing is ever brought here.
 */

import type { Home } from '../media/home'

/** What the others stand on, whichever is loaded first. */
const ground: CSSStyleSheet[] = []
const sheets: CSSStyleSheet[] = []
/** How many editors each has in it. */
const homes = new Map<Home, number>()

export function addSheet(text: string, isGround = false): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  ;(isGround ? ground : sheets).push(sheet)
  for (const home of homes.keys()) adopt(home)
}

export function adoptSheets(home: Home): () => void {
  const editors = homes.get(home) ?? 0
  homes.set(home, editors + 1)
  if (editors === 0) adopt(home)
  return () => leave(home)
}

/** Ours come first, so that what a config or a document brings stands above them. */
function adopt(home: Home): void {
  home.adoptedStyleSheets = [...ground, ...sheets, ...foreign(home)]
}

function leave(home: Home): void {
  const rest = (homes.get(home) ?? 1) - 1
  if (rest > 0) {
    homes.set(home, rest)
    return
  }
  homes.delete(home)
  home.adoptedStyleSheets = foreign(home)
}

const foreign = (home: Home): CSSStyleSheet[] =>
  home.adoptedStyleSheets.filter((sheet) => !ground.includes(sheet) && !sheets.includes(sheet))

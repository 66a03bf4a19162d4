/** Children that are alike inside scroll together: what one shows of a list or a text, all show of theirs. */

export function shareScroll(row: HTMLElement): () => void {
  let leader: Element | undefined
  let release: ReturnType<typeof setTimeout> | undefined
  const onScroll = (event: Event): void => {
    const scrolled = event.target
    if (!(scrolled instanceof HTMLElement) || scrolled === row) return
    const column = [...row.children].find((child) => child.contains(scrolled))
    // Those that follow scroll too, and must not lead back.
    if (!column || (leader && leader !== column)) return
    leader = column
    clearTimeout(release)
    release = setTimeout(() => {
      leader = undefined
    }, SETTLED)
    const path = pathTo(column, scrolled)
    for (const other of row.children) {
      if (other === column) continue
      const twin = follow(other, path)
      if (twin) twin.scrollTo({ top: scrolled.scrollTop, left: scrolled.scrollLeft, behavior: 'instant' })
    }
  }
  row.addEventListener('scroll', onScroll, { capture: true, passive: true })
  return () => {
    clearTimeout(release)
    row.removeEventListener('scroll', onScroll, { capture: true })
  }
}

/** After so many milliseconds without a scroll, another may lead. */
const SETTLED = 120

/** Which child of which child. */
function pathTo(from: Element, to: Element): number[] {
  const path: number[] = []
  for (let at = to; at !== from && at.parentElement; at = at.parentElement) {
    path.unshift([...at.parentElement.children].indexOf(at))
  }
  return path
}

const follow = (from: Element, path: readonly number[]): Element | undefined =>
  path.reduce<Element | undefined>((at, index) => at?.children[index], from)

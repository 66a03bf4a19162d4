/** The pages that a Repeater makes: some at a time, the rest not in the page at all, however many there are. */

import { useEffect, useRef, useState } from 'react'
import type { ConfigNode } from '../../model'
import { useEditor } from '../../view/context'
import { RenderNode } from '../../view/RenderNode'
import { Pager } from '../Pager'
import { defineTag } from '../tag'
import { LongList } from './LongList'
import { pageInAddress, SIZES, showInAddress, sizeInStorage, storeSize } from './place'
import { useFollowing } from './useFollowing'

function PagedViewTag({ node }: { node: ConfigNode }) {
  const pages = node.children
  const [size, setSize] = useState(sizeInStorage)
  const [first, setFirst] = useState(() => Math.min(pageInAddress() * size, pages.length - 1))
  const editor = useEditor()
  const count = Math.max(1, Math.ceil(pages.length / size))
  const page = Math.min(count - 1, Math.floor(Math.max(0, first) / size))
  const turn = (to: number): void => {
    if (to < 0 || to >= count || to === page) return
    // What is typed on this page and not added yet must not go with it.
    editor.flushControls()
    setFirst(to * size)
  }
  const show = (wanted: (page: ConfigNode) => boolean): void => {
    const index = pages.findIndex(wanted)
    if (index >= 0) turn(Math.floor(index / size))
  }
  useTurning(node, (by) => turn(page + by))
  useFollowing(show)
  useEffect(() => showInAddress(count > 1 ? page : undefined), [count, page])
  useEffect(() => () => showInAddress(undefined), [])
  const shown = pages.slice(page * size, (page + 1) * size)
  return (
    <>
      {pages.length > 1 && (
        <Pager
          page={page}
          count={count}
          onTurn={turn}
          size={{
            now: size,
            choices: SIZES,
            set: (next) => {
              editor.flushControls()
              // The first page on show stays on show.
              setFirst(page * size)
              setSize(next)
              storeSize(next)
            },
          }}
        />
      )}
      {shown.map((child) => (
        <RenderNode key={child.id} node={child} />
      ))}
    </>
  )
}

/** Keys and the palette turn pages by commands. */
function useTurning(node: ConfigNode, turn: (by: 1 | -1) => void): void {
  const editor = useEditor()
  const latest = useRef(turn)
  useEffect(() => {
    latest.current = turn
  })
  useEffect(() => {
    const name = `pages ${node.id}`
    const nothing = (): void => undefined
    editor.surfaces.set(name, { tools: [], cancel: () => false, reveal: nothing, turnPage: (by) => latest.current(by) })
    return () => void editor.surfaces.delete(name)
  }, [editor, node.id])
}

export const pagedView = defineTag('PagedView', PagedViewTag)
/** Reading a config has unrolled it: its children are the copies. */
export const repeater = defineTag('Repeater', ({ node }) => <LongList copies={node.children} />)

/** The pages that a Repeater makes: some at a time, the rest not in the page at all, however many there are. */

import { useEffect, useRef, useState } from 'react'
import { type ConfigNode, nameOf, walk } from '../../model'
import { useAnnotation, useEditor, useValue } from '../../view/context'
import { RenderChildren, RenderNode } from '../../view/RenderNode'
import { Pager } from '../Pager'
import { defineTag } from '../tag'
import { pageInAddress, SIZES, showInAddress, sizeInStorage, storeSize } from './place'

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
  const show = (wanted: (page: ConfigNode) => boolean): boolean => {
    const index = pages.findIndex(wanted)
    if (index >= 0) turn(Math.floor(index / size))
    return index >= 0
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

const holds = (page: ConfigNode, name: string): boolean => [...walk(page)].some((inner) => nameOf(inner) === name)

/** Turns to what is selected, and to what stands in the way of submitting. */
function useFollowing(show: (wanted: (page: ConfigNode) => boolean) => boolean): void {
  const editor = useEditor()
  const annotation = useAnnotation()
  const selection = useValue(annotation.session.selection)
  const complaint = useValue(editor.complaint)
  const [selected] = selection
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each selection
  useEffect(() => {
    const target = selected === undefined ? undefined : annotation.region(selected)?.target
    if (selected === undefined || target === undefined) return
    show((page) => holds(page, target))
  }, [selected])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each complaint
  useEffect(() => {
    if (complaint && 'control' in complaint) show((page) => holds(page, complaint.control))
  }, [complaint])
}

export const pagedView = defineTag('PagedView', PagedViewTag)
/** Reading a config unrolls it; what is left has no task to repeat for. */
export const repeater = defineTag('Repeater', ({ node }) => <RenderChildren node={node} />)

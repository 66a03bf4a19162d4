/** Panels to fold. What is in a closed one stays in the page: it is asked and saved all the same. */

import { t } from '@labelwright/i18n'
import { IconChevronRight } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { type ConfigNode, isTag, nameOf, resolveText, type TagNode, walk } from '../../model'
import { useAnnotation, useEditor, useValue } from '../../view/context'
import { RenderChildren, RenderNode } from '../../view/RenderNode'
import { readStyle } from '../css'
import { defineTag } from '../tag'
import classes from './collapse.module.css'

function CollapseTag({ node }: { node: TagNode<'Collapse'> }) {
  const { accordion, bordered, style } = node.attrs
  const panels = node.children.filter((child) => isTag(child, 'Panel'))
  const [open, setOpen] = useState(() => openAtFirst(node, panels))
  useComplaint(panels, (panel) => setOpen((now) => (accordion ? new Set([panel]) : new Set([...now, panel]))))
  const turn = (panel: string): void => {
    const others = accordion ? [] : [...open].filter((it) => it !== panel)
    setOpen(new Set(open.has(panel) ? others : [...others, panel]))
  }
  return (
    <div className={classes.collapse} data-bordered={bordered || undefined} style={readStyle(style)}>
      {node.children.map((child) => {
        const index = panels.findIndex((panel) => panel.id === child.id)
        return index < 0 ? (
          <RenderNode key={child.id} node={child} />
        ) : (
          <Fold
            key={child.id}
            panel={panels[index] as TagNode<'Panel'>}
            number={index + 1}
            open={open.has(child.id)}
            onTurn={() => turn(child.id)}
          />
        )
      })}
    </div>
  )
}

/** A panel's own word counts before that of the Collapse; of several, an accordion opens the first. */
function openAtFirst(node: TagNode<'Collapse'>, panels: readonly TagNode<'Panel'>[]): ReadonlySet<string> {
  const open = panels.filter((panel) => panel.attrs.open ?? node.attrs.open).map((panel) => panel.id)
  return new Set(node.attrs.accordion ? open.slice(0, 1) : open)
}

/** What stands in the way of submitting must be seen. */
function useComplaint(panels: readonly ConfigNode[], onFound: (panel: string) => void): void {
  const complaint = useValue(useEditor().complaint)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each complaint
  useEffect(() => {
    if (!complaint || !('control' in complaint)) return
    const panel = panels.find((one) => [...walk(one)].some((inner) => nameOf(inner) === complaint.control))
    if (panel) onFound(panel.id)
  }, [complaint])
}

interface FoldProps {
  readonly panel: TagNode<'Panel'>
  readonly number: number
  readonly open: boolean
  readonly onTurn: () => void
}

function Fold({ panel, number, open, onTurn }: FoldProps) {
  const { config } = useAnnotation()
  const title = resolveText(panel.attrs.value ?? '', config.data) || t('editor.panelNumber', { number })
  return (
    <section className={classes.panel}>
      <button type="button" className={classes.head} aria-expanded={open} onClick={onTurn}>
        <IconChevronRight size={16} aria-hidden className={classes.mark} />
        {title}
      </button>
      <div className={classes.body} hidden={!open}>
        <RenderChildren node={panel} />
      </div>
    </section>
  )
}

/** A Panel that stands in no Collapse has nothing to fold it. */
const Loose = ({ node }: { node: ConfigNode }) => <RenderChildren node={node} />

export const collapse = defineTag('Collapse', CollapseTag)
export const panel = defineTag('Panel', Loose)

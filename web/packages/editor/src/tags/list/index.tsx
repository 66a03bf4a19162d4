/** Items to read, as cards. Where a Ranker sorts them, they are drawn there. */

import { useMemo } from 'react'
import { resolveData, type TagNode } from '../../model'
import { useAnnotation } from '../../view/context'
import { defineTag } from '../tag'
import { CardBody } from './CardBody'
import { itemsOf } from './items'
import classes from './list.module.css'
import { NoItems } from './NoItems'

function ListTag({ node }: { node: TagNode<'List'> }) {
  const { config } = useAnnotation()
  const { name, value, title } = node.attrs
  const items = useMemo(() => itemsOf(resolveData(value, config.data)), [value, config.data])
  const ranked = [...config.controls.values()].some((it) => it.tag === 'Ranker' && it.targets.includes(name))
  if (ranked) return null
  if (items.length === 0) return <NoItems name={name} />
  return (
    <section className={`${classes.column} htx-ranker-column`} aria-label={title || name}>
      {title && <h4 className={classes.title}>{title}</h4>}
      <ol className={classes.cards}>
        {items.map((item) => (
          <li key={item.id} className={`${classes.card} htx-ranker-item ${item.id}`}>
            {item.title && <div className={classes.name}>{item.title}</div>}
            <CardBody item={item} />
          </li>
        ))}
      </ol>
    </section>
  )
}

export const list = defineTag('List', ListTag)

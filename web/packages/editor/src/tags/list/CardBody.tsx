/** What a card says below its title. */

import { Markup } from '../Markup'
import type { ListItem } from './items'
import classes from './list.module.css'

export const CardBody = ({ item }: { item: ListItem }) =>
  item.html === '' && item.body === '' ? null : (
    <div className={classes.body}>{item.html === '' ? item.body : <Markup html={item.html} />}</div>
  )

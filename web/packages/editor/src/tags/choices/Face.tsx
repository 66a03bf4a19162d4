/** What an option looks like wherever it is offered: its name or its own mark-up, and its key. */

import { keyLabel, type Option, type TagNode } from '../../model'
import { useSetting } from '../../view/context'
import { isMac } from '../../view/platform'
import { Markup } from '../Markup'
import classes from './choices.module.css'

export function Face({ option }: { option: Option }) {
  const showKeys = useSetting('showHotkeys')
  const { html } = (option.node as TagNode<'Choice'>).attrs
  return (
    <>
      {html ? <Markup html={html} /> : option.value}
      {showKeys && option.key && (
        <kbd className={classes.key} aria-hidden>
          {keyLabel(option.key, isMac)}
        </kbd>
      )}
    </>
  )
}

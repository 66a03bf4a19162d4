/** A conversation to read, as old configs show it: each message with its speaker, told apart by colour. */

import { t } from '@labelwright/i18n'
import { asText, isObject, LabelColours, resolveData, type TagNode } from '../../model'
import { Card } from '../../view/Card'
import { useAnnotation } from '../../view/context'
import { defineTag } from '../tag'
import classes from './dialog.module.css'

function DialogTag({ node }: { node: TagNode<'Dialog'> }) {
  const { config } = useAnnotation()
  const { name = '', value } = node.attrs
  const messages = resolveData(value ?? '', config.data)
  if (!Array.isArray(messages) || messages.length === 0) {
    return <Card title={t('forms.noItems', { name })}>{t('forms.noDialogMore')}</Card>
  }
  const colours = new LabelColours()
  return (
    <ol className={`${classes.dialog} htx-chat`} aria-label={name}>
      {messages.map((one, index) => {
        const { name: speaker, text, date, hint, selected } = isObject(one) ? one : { text: one }
        const said = asText(speaker)
        const style = said === '' ? undefined : ({ '--speaker': colours.of(said) } as React.CSSProperties)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the task's messages never change
          <li key={index} className={classes.message} data-selected={selected === true || undefined} style={style}>
            <div className={classes.head}>
              <b>{said}</b> <span>{asText(date)}</span>
            </div>
            <p className={classes.text}>{asText(text)}</p>
            {asText(hint) !== '' && <small className={classes.hint}>{asText(hint)}</small>}
          </li>
        )
      })}
    </ol>
  )
}

export const dialog = defineTag('Dialog', DialogTag)

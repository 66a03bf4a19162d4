/** The task's own data, each value by its type: pictures seen, sound heard, links followed, lists and objects as JSON. */

import { t } from '@labelwright/i18n'
import type { Json, JsonObject } from '../../model'
import { useResolvedUrl } from '../useResolvedUrl'
import classes from './compare.module.css'

export function TaskData({ data }: { data: JsonObject }) {
  const fields = Object.entries(data)
  if (fields.length === 0) return null
  return (
    <section className={classes.data} aria-label={t('versions.data')}>
      <h2 className={classes.dataTitle}>{t('versions.data')}</h2>
      <dl className={classes.fields}>
        {fields.map(([name, value]) => (
          <div key={name} className={classes.field}>
            <dt>{name}</dt>
            <dd>
              <Value value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const IMAGE = /^data:image\/|\.(png|jpe?g|gif|webp|bmp|svg|avif)(\?|#|$)/i
const AUDIO = /^data:audio\/|\.(mp3|wav|ogg|m4a|flac|aac)(\?|#|$)/i
const VIDEO = /^data:video\/|\.(mp4|webm|mov)(\?|#|$)/i
const ADDRESS = /^(https?:\/\/|\/)\S+$/

function Value({ value }: { value: Json }) {
  if (typeof value === 'object' && value !== null) {
    return <pre className={classes.json}>{JSON.stringify(value, undefined, 2)}</pre>
  }
  const text = String(value ?? '')
  return IMAGE.test(text) || AUDIO.test(text) || VIDEO.test(text) || ADDRESS.test(text) ? (
    <Media address={text} />
  ) : (
    text
  )
}

function Media({ address }: { address: string }) {
  const url = useResolvedUrl(address)
  if (url === undefined) return null
  if (IMAGE.test(address)) return <img className={classes.picture} src={url} alt="" loading="lazy" />
  // biome-ignore lint/a11y/useMediaCaption: somebody's own recording
  if (AUDIO.test(address)) return <audio controls preload="none" src={url} />
  // biome-ignore lint/a11y/useMediaCaption: somebody's own recording
  if (VIDEO.test(address)) return <video className={classes.picture} controls preload="none" src={url} />
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {address}
    </a>
  )
}

/** What is known about the selected region or regions, and what can be changed about them without drawing. */

import { t } from '@labelwright/i18n'
import { IconAlertTriangle } from '@tabler/icons-react'
import { lazy, Suspense, useDeferredValue, useMemo } from 'react'
import { captionOf, incompleteness, noteOf, type Region, type RegionId, saidOf } from '../../model'
import { useAnnotation, useValue } from '../context'
import { NoteField } from '../NoteField'
import { kindName } from '../outliner/kinds'
import { Actions } from './Actions'
import classes from './details.module.css'
import { Facts } from './Facts'
import { Labels } from './Labels'

/** Loaded with the shapes: texts have none. */
const Place = lazy(async () => ({ default: (await import('./Place')).Place }))

export function Selected() {
  const annotation = useAnnotation()
  // The surface shows at once what is selected; what is known about it comes a moment later.
  const selection = useDeferredValue(useValue(annotation.session.selection))
  useValue(annotation.version)
  const [first] = selection
  const region = first === undefined ? undefined : annotation.region(first)
  if (!region) return null
  return (
    <div className={classes.details}>
      {selection.size > 1 ? <Several ids={selection} /> : <One key={region.id} region={region} />}
    </div>
  )
}

function Several({ ids }: { ids: ReadonlySet<RegionId> }) {
  return (
    <>
      <div className={classes.head}>
        <h3>{t('editor.selectedCount', { count: ids.size })}</h3>
        <Actions ids={ids} />
      </div>
      <Labels ids={ids} />
    </>
  )
}

function One({ region }: { region: Region }) {
  const { document } = useAnnotation()
  const ids = useMemo(() => new Set([region.id]), [region.id])
  const { title, text } = captionOf(region)
  const said = saidOf(document, region.id)
  return (
    <>
      <div className={classes.head}>
        <h3>{title ?? kindName(region.kind)}</h3>
        <Actions ids={ids} />
      </div>
      <Labels ids={ids} />
      <Warning region={region} />
      {region.kind === 'ocrrect' ? (
        <WrittenText region={region} text={text} />
      ) : (
        text !== '' && <blockquote className={classes.quote}>{text}</blockquote>
      )}
      {said.length > 0 && (
        <dl className={classes.facts}>
          {said.map(({ control, words }) => (
            <div key={control}>
              <dt>{control}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
      <Suspense>
        <Place region={region} />
      </Suspense>
      <Note region={region} />
      <Facts region={region} />
    </>
  )
}

function Warning({ region }: { region: Region }) {
  const { document } = useAnnotation()
  const missing = incompleteness(document, region)
  if (!missing) return null
  return (
    <p className={classes.warning} role="status">
      <IconAlertTriangle size={14} aria-hidden />
      {missing.code === 'open' ? t('panels.shapeOpen') : t('panels.shapeFewPoints', { least: missing.least })}
    </p>
  )
}

/** What stands in a box on a page: read off it, or written where it has no text or a wrong one. */
function WrittenText({ region, text }: { region: Region; text: string }) {
  const annotation = useAnnotation()
  return (
    <NoteField
      label={t('panels.ocrText')}
      hint={t('panels.ocrTextHint')}
      stored={text}
      readOnly={annotation.isLocked(region.id)}
      onKeep={(ocrtext) => annotation.setShape(region.id, { ...region.shape, ocrtext })}
    />
  )
}

function Note({ region }: { region: Region }) {
  const annotation = useAnnotation()
  const stored = noteOf(region)
  if (annotation.readOnly && stored === '') return null
  return (
    <NoteField
      label={t('editor.note')}
      hint={t('editor.noteHint')}
      stored={stored}
      place="note"
      readOnly={annotation.isLocked(region.id)}
      onKeep={(text) => annotation.setNote(region.id, text)}
    />
  )
}

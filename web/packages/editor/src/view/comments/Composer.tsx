/** The field for a new comment. What is typed is kept by the browser until it is sent. */

import { t } from '@labelwright/i18n'
import { Button, Checkbox, NativeSelect, Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { CommentPlace } from '../../core/options'
import type { Work } from '../../core/work'
import { type Config, keyLabel, regionKind } from '../../model'
import { useAnnotation, useEditor, useValue } from '../context'
import { isMac } from '../platform'
import classes from './comments.module.css'
import { RegionWords } from './Place'

/** Ctrl+Enter, on a Mac Command+Enter. */
export const sends = (event: React.KeyboardEvent): boolean => event.key === 'Enter' && (event.ctrlKey || event.metaKey)

export function Composer({ work }: { work: Work }) {
  const { comments, focusRequest } = useEditor()
  const [text, setText] = useState(() => comments.typedFor(work.version))
  const field = useRef<HTMLTextAreaElement>(null)
  const region = useRegion()
  const [aboutRegion, setAboutRegion] = useState(true)
  const questions = questionsIn(useAnnotation().config)
  const [control, setControl] = useState('')
  const request = useValue(focusRequest)
  useEffect(() => {
    if (request?.to !== 'comment') return
    field.current?.focus()
    // Answered: a field that comes later has not been asked for.
    focusRequest.set(undefined)
  }, [focusRequest, request])
  const type = (next: string): void => {
    setText(next)
    comments.type(work.version, next)
  }
  const send = (): void => {
    if (text.trim() === '') return
    setText('')
    void comments.add(work, text.trim(), place())
    setControl('')
  }
  const place = (): CommentPlace => {
    if (region !== undefined) return aboutRegion ? { regionId: region } : {}
    return control === '' ? {} : { controlName: control }
  }
  return (
    <div className={classes.composer}>
      {region !== undefined && (
        <Checkbox
          size="xs"
          checked={aboutRegion}
          onChange={(event) => setAboutRegion(event.currentTarget.checked)}
          label={
            <span className={classes.about}>
              {t('comments.about')} <RegionWords id={region} />
            </span>
          }
        />
      )}
      {region === undefined && questions.length > 0 && (
        <NativeSelect
          size="xs"
          aria-label={t('comments.aboutWhat')}
          value={control}
          onChange={(event) => setControl(event.currentTarget.value)}
          data={[
            { value: '', label: t('comments.aboutAll') },
            ...questions.map((name) => ({ value: name, label: t('comments.aboutControl', { name }) })),
          ]}
        />
      )}
      <Textarea
        ref={field}
        size="xs"
        autosize
        minRows={2}
        maxRows={10}
        maxLength={10_000}
        aria-label={t('comments.write')}
        placeholder={t('comments.write')}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (sends(event)) send()
          else if (event.key === 'Escape') field.current?.blur()
          else return
          event.preventDefault()
        }}
      />
      <div className={classes.buttons}>
        <span className={classes.key}>{keyLabel(isMac ? 'command+enter' : 'ctrl+enter', isMac)}</span>
        <Button size="compact-sm" disabled={text.trim() === ''} onClick={send}>
          {t('comments.send')}
        </Button>
      </div>
    </div>
  )
}

/** Controls that ask about the whole or a page of it. */
const questionsIn = (config: Config): string[] =>
  [...config.controls.values()]
    .filter((it) => it.scope !== 'region' && !it.labels)
    .filter((it) => it.targets.every((target) => regionKind(config, it, target) === undefined))
    .map((it) => it.name)

/** The region that is selected, when it is one. */
function useRegion(): string | undefined {
  const { session } = useAnnotation()
  const selected = useValue(session.selection)
  const [first] = selected
  return selected.size === 1 ? first : undefined
}

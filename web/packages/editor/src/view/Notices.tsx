/** Short messages above the bottom bar; they go by themselves, failures stay until they are closed. */

import { t } from '@labelwright/i18n'
import { CloseButton } from '@mantine/core'
import { useEffect } from 'react'
import type { Notice } from '../core/messages'
import { Status } from './assist'
import { complaintText, pasteText, refusalText } from './complaints'
import { useAnnotation, useEditor, useValue } from './context'
import classes from './notices.module.css'

const SHOWN_FOR = 4000

function words(notice: Notice): string {
  switch (notice.kind) {
    case 'refused':
      return refusalText(notice.refusal)
    case 'pasted':
      return pasteText(notice.count, notice.problems)
    case 'copiedText':
      return t(notice.what === 'id' ? 'versions.copiedId' : 'versions.copiedLink')
    case 'converted':
      return [
        t('image.converted', { count: notice.count }),
        ...(notice.holes > 0 ? [t('image.holesFilled', { count: notice.holes })] : []),
      ].join(' ')
    case 'noFullScreen':
      return t('panels.noFullScreen')
    case 'recovered':
      return t('editor.recovered')
    case 'done':
      return t(
        notice.action === 'submit'
          ? 'editor.doneSubmit'
          : notice.action === 'update'
            ? 'editor.doneUpdate'
            : 'editor.doneSkip',
      )
    case 'failed':
      if (notice.action === 'comment') return t('comments.failed', { message: notice.message })
      if (notice.action === 'addItem') return t('forms.addItemFailed', { message: notice.message })
      return t(notice.action === 'delete' ? 'editor.failedDelete' : 'editor.failedSend', { message: notice.message })
  }
}

export function Notices() {
  const editor = useEditor()
  const notice = useValue(editor.notice)
  const complaint = useValue(editor.complaint)
  useEffect(() => {
    if (!notice || notice.kind === 'failed') return
    const timer = setTimeout(() => editor.notice.set(undefined), SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [editor, notice])
  const relating = useValue(useAnnotation().session.relating)
  const text =
    relating !== undefined
      ? t('relations.hint')
      : notice
        ? words(notice)
        : complaint
          ? complaintText(complaint, editor.config)
          : undefined
  const bad = notice?.kind === 'failed' || (!notice && complaint !== undefined)
  return (
    <div className={classes.place}>
      <Status />
      <div role="status">
        {text && (
          <div className={classes.notice} data-bad={bad || undefined}>
            <span>{text}</span>
            <CloseButton
              size="sm"
              aria-label={t('editor.closeNotice')}
              onClick={() => {
                editor.notice.set(undefined)
                editor.complaint.set(undefined)
              }}
            />
          </div>
        )}
      </div>
    </div>
  )
}

/** Why something cannot be done, in words. */

import { t } from '@labelwright/i18n'
import type { Refusal } from '../core/labels'
import type { Complaint } from '../core/messages'
import { type Config, type PasteProblem, questionOf } from '../model'

export function complaintText(complaint: Complaint, config: Config): string {
  if (complaint.code === 'empty') return t('editor.complaintEmpty')
  const limit = complaint.limit ?? 0
  const control = config.controls.get(complaint.control)
  const name = control ? questionOf(config, control) : complaint.control
  switch (complaint.code) {
    case 'required':
      return complaint.message ?? t('editor.complaintRequired', { name })
    case 'too-many':
      return t('editor.complaintTooMany', { name, limit })
    case 'below-min':
      return t('editor.complaintMin', { limit })
    case 'above-max':
      return t('editor.complaintMax', { limit })
    case 'too-early':
      return t('editor.tooEarly', { limit })
    case 'too-late':
      return t('editor.tooLate', { limit })
    case 'few-messages':
      return t('editor.complaintFewMessages', { name, count: Number(limit) })
    case 'many-messages':
      return t('editor.complaintManyMessages', { name, count: Number(limit) })
    case 'off-step':
      return t('editor.complaintStep', { limit })
  }
}

export function refusalText(refusal: Refusal): string {
  switch (refusal.code) {
    case 'no-label':
      return t('editor.refusedNoLabel')
    case 'max-usages':
      return t('editor.refusedMaxUsages', { label: refusal.label ?? '', limit: refusal.limit ?? 0 })
    case 'last-label':
      return t('editor.refusedLastLabel')
    case 'wrong-shape':
      return t('editor.refusedWrongShape')
    case 'read-only':
      return t('editor.refusedReadOnly')
    case 'no-regions':
      return t('editor.refusedNoRegions')
    case 'beside-text':
      return t('forms.refusedBesideText')
    case 'nothing-left':
      return t('image.refusedNothingLeft')
    case 'open-area':
      return t('image.refusedOpenArea')
    case 'unreadable-picture':
      return t('image.refusedUnreadable')
  }
}

/** What of the clipboard was left out, and why. */
export function pasteText(count: number, problems: readonly PasteProblem[]): string {
  const reasons = problems.map(pasteProblemText).join(' ')
  return count === 0 ? t('editor.pastedNone', { reasons }) : t('editor.pastedSome', { count, reasons })
}

function pasteProblemText({ code, name }: PasteProblem): string {
  switch (code) {
    case 'no-control':
      return t('editor.pasteNoControl', { name })
    case 'no-object':
      return t('editor.pasteNoObject', { name })
    case 'unknown-label':
      return t('editor.pasteUnknownLabel', { name })
    case 'max-usages':
      return t('editor.pasteMaxUsages', { name })
    case 'not-a-region':
      return t('editor.pasteNotARegion')
  }
}

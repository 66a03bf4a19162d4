/** The interface `review`: accepting and rejecting stand in place of submitting, and are for the page to do. */

import { t } from '@labelwright/i18n'
import type { HostButton } from '../../core/options'
import { type CustomButtons, namedButton } from './buttons'

const EVENTS = { reject: 'rejectAnnotation', accept: 'acceptAnnotation' } as const

export type ReviewEvent = (typeof EVENTS)[keyof typeof EVENTS]

/** `customButtons` may give them other words. */
export const reviewButtons = (given: CustomButtons | undefined): HostButton[] => [
  { title: t('embed.reject'), tone: 'danger', ...namedButton(given, 'reject'), name: 'reject', place: 'replace' },
  {
    title: t('embed.accept'),
    tone: 'primary',
    look: 'filled',
    ...namedButton(given, 'accept'),
    name: 'accept',
    place: 'replace',
  },
]

export const reviewEvent = (button: string): ReviewEvent | undefined =>
  Object.hasOwn(EVENTS, button) ? EVENTS[button as keyof typeof EVENTS] : undefined

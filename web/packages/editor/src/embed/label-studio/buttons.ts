/** Buttons that a page gives, by the place they stand at. */

import type { HostButton } from '../../core/options'

export interface CustomButton {
  readonly name: string
  readonly title: string
  readonly variant?: 'primary' | 'neutral' | 'negative' | 'positive' | 'warning' | 'inverted'
  readonly look?: 'filled' | 'outlined' | 'string'
  readonly size?: string
  readonly tooltip?: string
  readonly ariaLabel?: string
  readonly disabled?: boolean
  readonly props?: Readonly<Record<string, unknown>>
}

/**
 * Keys are `_before`, `_after`, `_replace`, and `accept` and `reject` for those of a review. A button may also be the name of
 * one of our own: those are there anyway.
 */
export type CustomButtons = Readonly<Record<string, CustomButton | string | readonly (CustomButton | string)[]>>

const PLACES = { _before: 'before', _after: 'after', _replace: 'replace' } as const
const TONES = { primary: 'primary', positive: 'primary', negative: 'danger', warning: 'danger' } as const

export function buttonsIn(given: CustomButtons | undefined): { own: CustomButton; button: HostButton }[] {
  return Object.entries(given ?? {}).flatMap(([key, value]) => {
    const place = key in PLACES ? PLACES[key as keyof typeof PLACES] : undefined
    const list = Array.isArray(value) ? value : [value]
    return place === undefined ? [] : list.filter(isButton).map((own) => ({ own, button: { ...read(own), place } }))
  })
}

/** What the page says about a button of ours. */
export function namedButton(given: CustomButtons | undefined, name: string): Partial<HostButton> {
  const own = given?.[name]
  return isButton(own) ? read(own) : {}
}

const isButton = (it: unknown): it is CustomButton => typeof it === 'object' && it !== null && 'name' in it

function read({ name, title, variant, look, tooltip, ariaLabel, disabled }: CustomButton): HostButton {
  const tone = variant && variant in TONES ? TONES[variant as keyof typeof TONES] : undefined
  return {
    name,
    title,
    look: look === 'filled' ? 'filled' : 'outlined',
    ...(tone ? { tone } : {}),
    ...(tooltip === undefined ? {} : { tooltip }),
    ...(ariaLabel === undefined ? {} : { ariaLabel }),
    ...(disabled === undefined ? {} : { disabled }),
  }
}

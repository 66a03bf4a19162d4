/** A field for a date or a time, or for parts of one. */

import { locale, t } from '@labelwright/i18n'
import { Group, Select, TextInput } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Control, TagNode } from '../../model'
import { useAnnotation, useEditor, useOptionKey } from '../../view/context'
import { Question } from '../../view/Question'
import { useAnswer } from '../../view/useAnswer'
import { defineTag } from '../tag'
import {
  asksSeconds,
  formatOf,
  fromField,
  type Kind,
  kindOf,
  limitFor,
  passedLimit,
  toField,
  yearsBetween,
} from './dates'

function DateTimeTag({ node }: { node: TagNode<'DateTime'> }) {
  const { config } = useAnnotation()
  const control = config.controls.get(node.attrs.name)
  return control ? <DateField node={node} control={control} /> : null
}

function DateField({ node, control }: { node: TagNode<'DateTime'>; control: Control }) {
  const { value, set, readOnly, shown, about } = useAnswer(control)
  const kind = kindOf(node.attrs.only)
  const format = formatOf(kind, node.attrs.format)
  const stored = typeof value === 'string' ? value : ''
  const field = toField(stored, kind, format)
  const write = (text: string): void => {
    const next = fromField(text, kind, format)
    if (next !== (stored || undefined)) set(next)
  }
  const box = useRef<HTMLDivElement>(null)
  useOptionKey(node, () => box.current?.querySelector('input')?.focus())
  useLimits(node, kind, format)
  const given = { node, name: control.name, value: field ?? '', readOnly, onWrite: write }
  return (
    <Question control={control} shown={shown}>
      <div ref={box}>
        {kind === 'datetime' || kind === 'date' || kind === 'time' ? (
          <Typed key={about} {...given} kind={kind} seconds={asksSeconds(format)} />
        ) : (
          <Chosen key={about} {...given} kind={kind} />
        )}
        {stored !== '' && field === undefined && <span>{t('editor.noDate', { text: stored })}</span>}
      </div>
    </Question>
  )
}

/** Submitting asks whether dates keep within the limits of the config. */
function useLimits(node: TagNode<'DateTime'>, kind: Kind, format: string): void {
  const { checks } = useEditor()
  const { name, min, max } = node.attrs
  useEffect(() => {
    checks.set(name, (value) => {
      const field = typeof value === 'string' ? toField(value, kind, format) : undefined
      return field === undefined ? undefined : passedLimit(field, kind, { min, max }, new Date())
    })
    return () => void checks.delete(name)
  }, [checks, name, min, max, kind, format])
}

interface PartProps {
  readonly node: TagNode<'DateTime'>
  readonly name: string
  /** As the field takes it. */
  readonly value: string
  readonly readOnly: boolean
  readonly onWrite: (text: string) => void
}

const TYPES = { datetime: 'datetime-local', date: 'date', time: 'time' } as const

type TypedProps = PartProps & { readonly kind: keyof typeof TYPES; readonly seconds: boolean }

/** The browser's own field. While somebody is in the middle of typing a date it has no value, and must not be given one. */
function Typed({ node, name, value, readOnly, onWrite, kind, seconds }: TypedProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const element = input.current
    if (element && element.value !== value && !element.validity.badInput) element.value = value
  }, [value])
  const now = new Date()
  const min = limitFor(node.attrs.min, kind, 'min', now)
  const max = limitFor(node.attrs.max, kind, 'max', now)
  const wrong = value === '' ? undefined : passedLimit(value, kind, node.attrs, now)
  return (
    <TextInput
      ref={input}
      type={TYPES[kind]}
      aria-label={name}
      maw={260}
      readOnly={readOnly}
      defaultValue={value}
      min={min}
      max={max}
      step={node.attrs.step ?? (seconds ? 1 : undefined)}
      error={wrong && t(wrong.code === 'too-early' ? 'editor.tooEarly' : 'editor.tooLate', { limit: wrong.limit })}
      onChange={({ currentTarget }) => {
        // The year 2024 is 0002 on the way.
        if (!currentTarget.validity.badInput && !currentTarget.value.startsWith('0')) onWrite(currentTarget.value)
        else if (kind === 'time') onWrite(currentTarget.value)
      }}
      onBlur={({ currentTarget }) => {
        if (!currentTarget.validity.badInput && currentTarget.value !== value) onWrite(currentTarget.value)
      }}
    />
  )
}

type ChosenProps = PartProps & { readonly kind: 'month-year' | 'month' | 'year' }

function Chosen({ node, name, value, readOnly, onWrite, kind }: ChosenProps) {
  // A month without its year is no answer yet.
  const [half, setHalf] = useState({ year: '', month: '' })
  const year = kind === 'month' ? '' : value.slice(0, 4) || half.year
  const month = kind === 'month' ? value : value.slice(5, 7) || half.month
  const choose = (next: { year?: string; month?: string }): void => {
    const now = { year, month, ...next }
    setHalf(now)
    if (kind === 'year') onWrite(now.year)
    else if (kind === 'month') onWrite(now.month)
    else onWrite(now.year && now.month ? `${now.year}-${now.month}` : '')
  }
  const years = useMemo(() => {
    const offered = yearsBetween(node.attrs.min, node.attrs.max, new Date())
    return year === '' || offered.includes(year) ? offered : [...offered, year]
  }, [node, year])
  return (
    <Group gap="xs">
      {kind !== 'year' && (
        <Select
          aria-label={t('editor.monthOf', { name })}
          placeholder={t('editor.month')}
          w={160}
          data={months()}
          searchable
          clearable={!readOnly}
          readOnly={readOnly}
          value={month || null}
          onChange={(next) => choose({ month: next ?? '' })}
        />
      )}
      {kind !== 'month' && (
        <Select
          aria-label={t('editor.yearOf', { name })}
          placeholder={t('editor.year')}
          w={120}
          data={years}
          searchable
          clearable={!readOnly}
          readOnly={readOnly}
          value={year || null}
          onChange={(next) => choose({ year: next ?? '' })}
        />
      )}
    </Group>
  )
}

function months(): { value: string; label: string }[] {
  const names = new Intl.DateTimeFormat(locale(), { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1).padStart(2, '0'),
    label: names.format(Date.UTC(2000, index)),
  }))
}

export const dateTime = defineTag('DateTime', DateTimeTag)

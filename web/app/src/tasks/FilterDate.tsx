import type { Json } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Group, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { distanceIn, shownValue, typedValue, withZone } from './filterText.ts'

interface FilterDateProps {
  label: string
  value: Json
  onChange: (value: Json) => void
}

const MOMENT = 'moment'

/** A moment, or a distance from now that a saved view keeps as such. */
export function FilterDate({ label, value, onChange }: FilterDateProps) {
  const distance = distanceIn(value)
  const [text, setText] = useState(() => (distance ? '' : shownValue(value, 'Datetime')))
  const distances: Record<string, string> = {
    'now-1h': t('data.hour_ago'),
    'now/d': t('data.today'),
    'now-1d/d': t('data.yesterday'),
    'now-7d': t('data.week_ago'),
    'now-30d': t('data.month_ago'),
    'now/w': t('data.this_week'),
    'now/M': t('data.this_month'),
  }
  const data = [
    { value: MOMENT, label: t('data.moment') },
    ...Object.entries(distances).map(([key, word]) => ({ value: key, label: word })),
  ]
  if (distance && !(distance in distances)) data.push({ value: distance, label: distance })
  return (
    <Group gap={4} wrap="nowrap" flex={1}>
      <Select
        w={130}
        size="xs"
        allowDeselect={false}
        aria-label={t('data.date_kind', { field: label })}
        comboboxProps={{ withinPortal: false }}
        data={data}
        value={distance ?? MOMENT}
        onChange={(chosen) =>
          chosen !== null && onChange(chosen === MOMENT ? typedValue(text, 'Datetime') : withZone(chosen))
        }
      />
      {!distance && (
        <TextInput
          flex={1}
          size="xs"
          type="datetime-local"
          aria-label={label}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            onChange(typedValue(event.currentTarget.value, 'Datetime'))
          }}
        />
      )}
    </Group>
  )
}

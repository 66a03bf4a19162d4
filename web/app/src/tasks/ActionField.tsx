import type { ActionField as FieldData, JsonObject } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { NumberInput, Select, TextInput } from '@mantine/core'
import { fieldLabel, optionsOf } from './actionWords.ts'

interface ActionFieldProps {
  field: FieldData
  value: JsonObject[string]
  onChange: (value: string | number) => void
}

/** What an action asks for. */
export function ActionField({ field, value, onChange }: ActionFieldProps) {
  const label = fieldLabel(field)
  if (field.type === 'select') {
    return (
      <Select
        label={label}
        searchable
        openOnFocus={false}
        // What the server offers with nothing chosen may be left so: then it is for all.
        clearable={field.value === ''}
        allowDeselect={false}
        placeholder={field.value === '' ? t('actions.field_all') : undefined}
        data={optionsOf(field)}
        value={value === '' ? null : String(value)}
        onChange={(chosen) => onChange(chosen ?? '')}
      />
    )
  }
  if (field.type === 'number')
    return <NumberInput label={label} value={value === '' ? '' : Number(value)} onChange={onChange} />
  return (
    <TextInput
      label={label}
      placeholder={field.placeholder}
      value={String(value)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

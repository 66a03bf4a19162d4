/** Looking for words in a PDF. */

import { t } from '@labelwright/i18n'
import { ActionIcon, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import classes from './pdf.module.css'
import type { Find } from './useFind'

export function FindBar({ find, onClose }: { find: Find; onClose: () => void }) {
  const { query, matches, current, searching, step, setQuery } = find
  const said =
    query.trim() === ''
      ? ''
      : matches.length > 0
        ? t('forms.foundAt', { place: current + 1, count: matches.length })
        : searching
          ? t('editor.loading')
          : t('editor.nothingFound')
  return (
    <search className={classes.find}>
      <TextInput
        data-autofocus
        autoFocus
        size="xs"
        className={classes.query}
        aria-label={t('forms.findInPdf')}
        placeholder={t('forms.findInPdf')}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
          else if (event.key === 'Escape') onClose()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <span className={classes.count} aria-live="polite">
        {said}
      </span>
      <Step label={t('forms.findPrevious')} disabled={matches.length === 0} onClick={() => step(-1)}>
        <IconChevronUp size={18} />
      </Step>
      <Step label={t('forms.findNext')} disabled={matches.length === 0} onClick={() => step(1)}>
        <IconChevronDown size={18} />
      </Step>
      <Step label={t('editor.close')} disabled={false} onClick={onClose}>
        <IconX size={18} />
      </Step>
    </search>
  )
}

interface StepProps {
  readonly label: string
  readonly disabled: boolean
  readonly onClick: () => void
  readonly children: React.ReactNode
}

const Step = ({ label, disabled, onClick, children }: StepProps) => (
  <ActionIcon variant="subtle" color="gray" aria-label={label} title={label} disabled={disabled} onClick={onClick}>
    {children}
  </ActionIcon>
)

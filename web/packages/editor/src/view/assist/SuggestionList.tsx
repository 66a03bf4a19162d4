/** What a model suggests, above the list of regions: each is taken or left. */

import { t } from '@labelwright/i18n'
import { ActionIcon } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import type { Suggestions } from '../../core/suggestions'
import classes from './assist.module.css'
import { useOffered } from './useSuggestions'

export function SuggestionList({ suggestions }: { suggestions: Suggestions }) {
  const ids = useOffered(suggestions)
  if (ids.length === 0) return null
  return (
    <section className={classes.list} aria-label={t('assist.suggestions')}>
      <h3>{t('assist.suggestions')}</h3>
      <ul>
        {ids.map((id) => (
          <Suggestion key={id} id={id} suggestions={suggestions} />
        ))}
      </ul>
    </section>
  )
}

function Suggestion({ id, suggestions }: { id: string; suggestions: Suggestions }) {
  const { offered } = suggestions
  const region = offered.region(id)
  const labels = offered.labelsOf(id).map(({ title }) => title)
  const name = labels.join(', ') || t('editor.noLabel')
  return (
    <li>
      <span className={classes.swatch} style={{ background: offered.colourOf(id) ?? 'var(--lw-line-strong)' }} />
      <span className={classes.name}>{name}</span>
      {region?.score !== undefined && <span className={classes.score}>{region.score.toFixed(2)}</span>}
      <Decision label={`${t('assist.accept')}: ${name}`} onClick={() => suggestions.accept([id])}>
        <IconCheck size={15} />
      </Decision>
      <Decision label={`${t('assist.reject')}: ${name}`} onClick={() => suggestions.reject([id])}>
        <IconX size={15} />
      </Decision>
    </li>
  )
}

interface DecisionProps {
  readonly label: string
  readonly onClick: () => void
  readonly children: React.ReactNode
}

function Decision({ label, onClick, children }: DecisionProps) {
  return (
    <ActionIcon variant="subtle" color="gray" size={24} aria-label={label} title={label} onClick={onClick}>
      {children}
    </ActionIcon>
  )
}

import type { Column, FilterLanguage, Filters, FilterTarget } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { ActionIcon, Button, Group, NumberInput, SegmentedControl, Select, Stack, Text } from '@mantine/core'
import { IconFolderPlus, IconPlus, IconX } from '@tabler/icons-react'
import { FilterRow } from './FilterRow.tsx'
import { type FilterNode, isGroup, newFilter, replaced, usualColumn, withNumber, withTarget } from './filters.ts'
import classes from './tasks.module.css'

/** Deeper ones can be read and changed, but people would no longer see through them. */
const DEEPEST = 3

interface FilterGroupProps {
  language: FilterLanguage
  columns: readonly Column[]
  group: Filters
  /** What the group around it is about. */
  within: FilterTarget | undefined
  depth: number
  onChange: (next: (latest: Filters) => Filters) => void
  onRemove?: () => void
}

/** Conditions that hold all together or any of them; some may be groups themselves. */
export function FilterGroup({ language, columns, group, within, depth, onChange, onRemove }: FilterGroupProps) {
  const about = group.target ?? within ?? 'tasks'
  const first = usualColumn(language, about)
  const append = (node: FilterNode) => onChange((latest) => ({ ...latest, items: [...latest.items, node] }))
  const add = () => first && append(newFilter(language, first))
  const addGroup = () =>
    append({ conjunction: group.conjunction === 'or' ? 'and' : 'or', items: first ? [newFilter(language, first)] : [] })
  return (
    <Stack
      gap="xs"
      role="group"
      aria-label={depth === 0 ? t('data.conditions') : t('data.group')}
      className={depth === 0 ? undefined : classes.filterGroup}
    >
      {group.items.length === 0 && (
        <Text size="sm" c="dimmed">
          {depth === 0 ? t('tasks.no_filters') : t('data.group_empty')}
        </Text>
      )}
      {(group.items.length > 1 || depth > 0) && (
        <Group gap="xs" wrap="nowrap">
          <SegmentedControl
            size="xs"
            aria-label={t('tasks.conjunction')}
            value={group.conjunction ?? 'and'}
            onChange={(value) => onChange((latest) => ({ ...latest, conjunction: value === 'or' ? 'or' : 'and' }))}
            data={[
              { value: 'and', label: t('tasks.match_all') },
              { value: 'or', label: t('tasks.match_any') },
            ]}
          />
          {within && <GroupTarget language={language} group={group} within={within} onChange={onChange} />}
          {onRemove && (
            <ActionIcon ml="auto" aria-label={t('data.remove_group')} onClick={onRemove}>
              <IconX size={16} />
            </ActionIcon>
          )}
        </Group>
      )}
      {group.items.map((node, at) =>
        isGroup(node) ? (
          <FilterGroup
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity but their place
            key={at}
            language={language}
            columns={columns}
            group={node}
            within={about}
            depth={depth + 1}
            onChange={(next) =>
              onChange((latest) => replaced(latest, at, (node) => (isGroup(node) ? next(node) : node)))
            }
            onRemove={() => onChange((latest) => replaced(latest, at, () => undefined))}
          />
        ) : (
          <FilterRow
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity but their place
            key={at}
            language={language}
            columns={columns}
            about={about}
            item={node}
            onChange={(next) =>
              onChange((latest) => replaced(latest, at, (node) => (isGroup(node) ? node : next(node))))
            }
          />
        ),
      )}
      <Group gap="xs">
        <Button variant="subtle" size="compact-xs" leftSection={<IconPlus size={14} />} onClick={add}>
          {t('tasks.add_filter')}
        </Button>
        {depth < DEEPEST && (
          <Button variant="subtle" size="compact-xs" leftSection={<IconFolderPlus size={14} />} onClick={addGroup}>
            {t('data.add_group')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}

const howOf = (group: Filters) => (group.at_most === undefined ? 'least' : 'most')
const numberOf = (group: Filters) => group.at_most ?? group.at_least ?? 1

interface GroupTargetProps {
  language: FilterLanguage
  group: Filters
  within: FilterTarget
  onChange: (next: (latest: Filters) => Filters) => void
}

/** Of what the conditions of a group hold together, and of how many. */
function GroupTarget({ language, group, within, onChange }: GroupTargetProps) {
  const words: Record<FilterTarget, string> = {
    tasks: t('data.of_task'),
    annotations: t('data.of_annotations'),
    predictions: t('data.of_predictions'),
    results: t('data.of_results'),
  }
  const about = group.target ?? within
  const choices = [within, ...language.targets[within]]
  if (choices.length === 1) return null
  return (
    <>
      {about !== within && (
        <>
          <Select
            w={110}
            size="xs"
            allowDeselect={false}
            aria-label={t('data.how_many')}
            comboboxProps={{ withinPortal: false }}
            data={[
              { value: 'least', label: t('data.at_least') },
              { value: 'most', label: t('data.at_most') },
            ]}
            value={howOf(group)}
            onChange={(value) =>
              onChange((latest) => withNumber(latest, value === 'most' ? 'most' : 'least', numberOf(latest)))
            }
          />
          <NumberInput
            w={64}
            size="xs"
            min={0}
            aria-label={t('data.number')}
            value={numberOf(group)}
            onChange={(value) =>
              typeof value === 'number' && onChange((latest) => withNumber(latest, howOf(latest), value))
            }
          />
        </>
      )}
      <Select
        w={170}
        size="xs"
        allowDeselect={false}
        aria-label={t('data.group_about')}
        comboboxProps={{ withinPortal: false }}
        data={choices.map((value) => ({ value, label: value === within ? t('data.of_same') : words[value] }))}
        value={about}
        onChange={(value) => {
          const next = choices.find((one) => one === value)
          if (next && next !== about) onChange((latest) => withTarget(language, latest, next))
        }}
      />
    </>
  )
}

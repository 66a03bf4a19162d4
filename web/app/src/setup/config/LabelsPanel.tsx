import { isMac, keyLabel } from '@labelwright/editor/keys'
import { t } from '@labelwright/i18n'
import { ActionIcon, Button, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import classes from './config.module.css'
import { toHex } from './extensions/colour.ts'
import { addLabels, type LabelSet, labelSets, removeLabel, type SetLabel } from './labelSets.ts'
import { apply, type Change, setAttribute } from './source.ts'

interface LabelsPanelProps {
  config: string
  onChange: (config: string) => void
}

/** Labels and choices with their colours and keys, without the XML, which stays as it is written around them. */
export function LabelsPanel({ config, onChange }: LabelsPanelProps) {
  const sets = useMemo(() => labelSets(config), [config])
  const change = (changes: readonly Change[]) => {
    if (changes.length > 0) onChange(apply(config, changes))
  }
  if (sets.length === 0) {
    return (
      <Text c="dimmed" p="md">
        {t('config.labels_none')}
      </Text>
    )
  }
  return (
    <Stack gap="lg" p="md" className={classes.sets}>
      {sets.map((set) => (
        <section key={set.title} aria-label={t('config.labels_of', { name: set.title })}>
          <Title order={3} size="sm" mb={6}>
            {set.title}{' '}
            <Text span size="xs" c="dimmed">
              {set.element.tag}
            </Text>
          </Title>
          <ul className={classes.labels}>
            {set.labels.map((label) => (
              <LabelRow
                key={label.element.from}
                label={label}
                onSet={(name, value) => change(setAttribute(label.element, name, value))}
                onRemove={() => change(removeLabel(config, label))}
              />
            ))}
          </ul>
          <AddLabels set={set} onAdd={(lines) => change(addLabels(config, set, lines))} />
        </section>
      ))}
    </Stack>
  )
}

interface LabelRowProps {
  label: SetLabel
  onSet: (attribute: string, value: string | undefined) => void
  onRemove: () => void
}

function LabelRow({ label, onSet, onRemove }: LabelRowProps) {
  const { value: name, automaticKey } = label
  const placeholder = automaticKey && keyLabel(automaticKey, isMac)
  return (
    <li>
      <input
        type="color"
        className={classes.colour}
        aria-label={t('config.colour_of', { name })}
        value={toHex(label.colour) ?? '#888888'}
        onChange={(event) => onSet('background', event.currentTarget.value)}
      />
      <Settled label={t('config.text_of', { name })} value={name} onSettle={(text) => text && onSet('value', text)} />
      <Settled
        label={t('config.key_of', { name })}
        value={label.hotkey}
        placeholder={placeholder}
        title={placeholder && t('config.automatic_key', { key: placeholder })}
        width={96}
        onSettle={(text) => onSet('hotkey', text || undefined)}
      />
      <ActionIcon variant="subtle" color="gray" aria-label={t('config.remove_label', { name })} onClick={onRemove}>
        <IconTrash size={16} />
      </ActionIcon>
    </li>
  )
}

interface SettledProps {
  label: string
  value: string
  placeholder?: string | undefined
  title?: string | undefined
  width?: number
  onSettle: (text: string) => void
}

/** A field whose text counts when it is left, or with Enter: half a name is no label. */
function Settled({ label, value, placeholder, title, width, onSettle }: SettledProps) {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  const settle = () => {
    if (text.trim() === value) setText(value)
    else onSettle(text.trim())
  }
  return (
    <TextInput
      size="xs"
      aria-label={label}
      placeholder={placeholder}
      title={title}
      value={text}
      {...(width === undefined ? { flex: 1 } : { w: width })}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle()
        if (event.key === 'Escape') setText(value)
      }}
    />
  )
}

function AddLabels({ set, onAdd }: { set: LabelSet; onAdd: (lines: string) => void }) {
  const [lines, setLines] = useState('')
  const add = () => {
    onAdd(lines)
    setLines('')
  }
  return (
    <Group gap="xs" align="flex-end" mt={6} wrap="nowrap">
      <Textarea
        size="xs"
        flex={1}
        autosize
        minRows={1}
        maxRows={8}
        aria-label={`${t('config.add_labels')}: ${set.title}`}
        placeholder={t('config.add_labels_hint')}
        value={lines}
        onChange={(event) => setLines(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          add()
        }}
      />
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} />}
        disabled={lines.trim() === ''}
        onClick={add}
      >
        {t('config.add_labels')}
      </Button>
    </Group>
  )
}

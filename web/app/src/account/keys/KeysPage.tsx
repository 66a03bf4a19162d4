import type { Hotkeys } from '@labelwright/api'
import { isMac, keyLabel, resolveKeys, shownKeys } from '@labelwright/editor/keys'
import { t } from '@labelwright/i18n'
import { Button, Checkbox, FileButton, Group, Text, TextInput, Title } from '@mantine/core'
import { IconDownload, IconKeyboard, IconUpload } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { Dialog } from '../../kit/Dialog.tsx'
import { useTitle } from '../../kit/title.ts'
import { toast, toastError } from '../../kit/toast.tsx'
import { useUser } from '../../session/session.ts'
import { type KeyedAction, keyedActions } from './actions.ts'
import { readKeys } from './changes.ts'
import { KeyCapture } from './KeyCapture.tsx'
import { KeyRow } from './KeyRow.tsx'
import { useKeymap, useSaveKeys } from './keymap.ts'
import classes from './keys.module.css'

/** All actions of the editor with their keys, which one may change. */
export function KeysPage() {
  useTitle(t('keys.title'))
  const own = useUser().custom_hotkeys
  const keymap = useKeymap()
  const save = useSaveKeys()
  const resolved = useMemo(() => resolveKeys({ mac: isMac, custom: [keymap] }), [keymap])
  const [query, setQuery] = useState('')
  const [onlyChanged, setOnlyChanged] = useState(false)
  const [byKey, setByKey] = useState<string>()

  const fits = (command: KeyedAction): boolean => {
    const keys = shownKeys(command, resolved)
    if (onlyChanged && !(command.id in own)) return false
    if (byKey) return keys.includes(byKey)
    const words = [command.title, command.group, ...keys.map((key) => keyLabel(key, isMac))]
    return words.join(' ').toLowerCase().includes(query.trim().toLowerCase())
  }
  const found = keyedActions().filter(fits)
  const groups = [...new Set(found.map((command) => command.group))]
  const look = (text: string) => {
    setByKey(undefined)
    setQuery(text)
  }

  return (
    <div className="lw-page" style={{ maxWidth: 860 }}>
      <Group justify="space-between" mb="xs">
        <Title order={1}>{t('keys.title')}</Title>
        <Files own={own} onChange={(next) => save.mutate(next)} />
      </Group>
      <Text c="dimmed" mb="md">
        {t('keys.hint')}
      </Text>
      <Group mb="md">
        <TextInput
          flex={1}
          aria-label={t('keys.search')}
          placeholder={t('keys.search')}
          value={byKey ? keyLabel(byKey, isMac) : query}
          onChange={(event) => look(event.currentTarget.value)}
        />
        <FindByKey onKey={setByKey} />
        <Checkbox
          label={t('keys.shown_changed')}
          checked={onlyChanged}
          onChange={(event) => setOnlyChanged(event.currentTarget.checked)}
        />
      </Group>
      {groups.map((group) => (
        <section key={group} aria-label={group} className={`lw-surface ${classes.group}`}>
          <Title order={2} size="h4" className={classes.head}>
            {group}
          </Title>
          <ul>
            {found
              .filter((command) => command.group === group)
              .map((command) => (
                <KeyRow
                  key={command.id}
                  command={command}
                  own={own}
                  resolved={resolved}
                  onChange={(next) => save.mutate(next)}
                />
              ))}
          </ul>
        </section>
      ))}
      {groups.length === 0 && (
        <Text c="dimmed" role="status">
          {t('keys.nothing')}
        </Text>
      )}
    </div>
  )
}

function FindByKey({ onKey }: { onKey: (key: string) => void }) {
  const [waiting, setWaiting] = useState(false)
  if (!waiting) {
    return (
      <Button variant="default" leftSection={<IconKeyboard size={16} />} onClick={() => setWaiting(true)}>
        {t('keys.find_by_key')}
      </Button>
    )
  }
  return (
    <KeyCapture
      label={t('keys.find_by_key_press')}
      onCancel={() => setWaiting(false)}
      onKey={(key) => {
        setWaiting(false)
        onKey(key)
      }}
    />
  )
}

function Files({ own, onChange }: { own: Hotkeys; onChange: (own: Hotkeys) => void }) {
  const [resetting, setResetting] = useState(false)
  const count = Object.keys(own).length
  const read = async (file: File | null) => {
    const found = file && readKeys(await file.text())
    if (!found) return
    if ('reason' in found) return toastError(new Error(t('keys.import_bad', { reason: found.reason })))
    onChange(found.keys)
    toast(t('keys.import_done', { count: Object.keys(found.keys).length }))
  }
  return (
    <Group gap="xs">
      <FileButton onChange={(file) => void read(file)} accept="application/json">
        {(props) => (
          <Button {...props} variant="default" leftSection={<IconUpload size={16} />}>
            {t('keys.import')}
          </Button>
        )}
      </FileButton>
      <Button
        variant="default"
        component="a"
        href={`data:application/json,${encodeURIComponent(JSON.stringify(own, null, 2))}`}
        download="labelwright-keys.json"
        leftSection={<IconDownload size={16} />}
      >
        {t('keys.export')}
      </Button>
      <Button variant="default" disabled={count === 0} onClick={() => setResetting(true)}>
        {t('keys.reset_all')}
      </Button>
      <Dialog opened={resetting} onClose={() => setResetting(false)} title={t('keys.reset_all')}>
        <Text size="sm" mb="md">
          {t('keys.reset_all_hint', { count })}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setResetting(false)}>
            {t('common.cancel')}
          </Button>
          <Button
            color="red"
            onClick={() => {
              setResetting(false)
              onChange({})
            }}
          >
            {t('keys.reset_all')}
          </Button>
        </Group>
      </Dialog>
    </Group>
  )
}

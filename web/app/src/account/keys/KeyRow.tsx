import type { Hotkeys } from '@labelwright/api'
import { isMac, isSystemKey, keyLabel, keysOf, type ResolvedKeys, shownKeys } from '@labelwright/editor/keys'
import { t } from '@labelwright/i18n'
import { ActionIcon, Badge, Button, Group, Text } from '@mantine/core'
import { IconArrowBackUp, IconBan, IconPlus } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { KeyedAction } from './actions.ts'
import { ownersOf, taken, withKeys, withoutOwn } from './changes.ts'
import { KeyCapture } from './KeyCapture.tsx'
import classes from './keys.module.css'

interface KeyRowProps {
  command: KeyedAction
  own: Hotkeys
  resolved: ResolvedKeys
  onChange: (own: Hotkeys) => void
}

/** What stands in place of the keys while one is changed: waiting for it, or a question about it. */
type Step = { replacing: string | undefined; pressed?: string } | undefined

export function KeyRow({ command, own, resolved, onChange }: KeyRowProps) {
  const [step, setStep] = useState<Step>()
  const { title } = command
  const keys = keysOf(command, resolved)
  const shown = shownKeys(command, resolved)
  const changed = command.id in own
  const withPressed = (key: string, replacing: string | undefined): string[] =>
    replacing === undefined ? [...keys, key] : shown.map((one) => (one === replacing ? key : one))

  const take = (key: string) => {
    if (!step) return
    if (keys.includes(key)) return setStep(undefined)
    if (isSystemKey(key) || ownersOf(key, command.id, resolved).length > 0) {
      return setStep({ ...step, pressed: key })
    }
    onChange(withKeys(own, command.id, withPressed(key, step.replacing)))
    setStep(undefined)
  }

  return (
    <li className={classes.row}>
      <span className={classes.title}>
        {title} {changed && <Badge variant="light">{t('keys.changed')}</Badge>}
      </span>
      {step && step.pressed === undefined ? (
        <KeyCapture label={t('keys.press_for', { title })} onKey={take} onCancel={() => setStep(undefined)} />
      ) : (
        <Group gap={4} justify="flex-end">
          {shown.length === 0 && (
            <Text size="sm" c="dimmed">
              {changed ? t('keys.off') : t('keys.none')}
            </Text>
          )}
          {shown.map((key) => (
            <button
              key={key}
              type="button"
              className={classes.key}
              disabled={command.browserKeys !== undefined}
              title={command.browserKeys && t('keys.browser')}
              aria-label={t('keys.change', { key: keyLabel(key, isMac), title })}
              onClick={() => setStep({ replacing: key })}
            >
              {keyLabel(key, isMac)}
            </button>
          ))}
        </Group>
      )}
      <Group gap={2} wrap="nowrap" justify="flex-end" className={classes.actions}>
        {!command.browserKeys && (
          <>
            {changed && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('keys.reset', { title })}
                title={t('keys.reset', { title })}
                onClick={() => onChange(withoutOwn(own, command.id))}
              >
                <IconArrowBackUp size={16} />
              </ActionIcon>
            )}
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('keys.add', { title })}
              title={t('keys.add', { title })}
              onClick={() => setStep({ replacing: undefined })}
            >
              <IconPlus size={16} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('keys.turn_off', { title })}
              title={t('keys.turn_off', { title })}
              disabled={keys.length === 0}
              onClick={() => onChange(withKeys(own, command.id, []))}
            >
              <IconBan size={16} />
            </ActionIcon>
          </>
        )}
      </Group>
      {step?.pressed !== undefined && (
        <Clash
          command={command}
          pressed={step.pressed}
          resolved={resolved}
          onOther={() => setStep({ replacing: step.replacing })}
          onTake={(key) => {
            onChange(taken(own, command.id, withPressed(key, step.replacing), key, resolved))
            setStep(undefined)
          }}
        />
      )}
    </li>
  )
}

interface ClashProps {
  command: KeyedAction
  pressed: string
  resolved: ResolvedKeys
  onTake: (key: string) => void
  onOther: () => void
}

/** Why the key cannot simply be had, and what can be done about it. */
function Clash({ command, pressed, resolved, onTake, onOther }: ClashProps) {
  const owners = ownersOf(pressed, command.id, resolved)
  const key = keyLabel(pressed, isMac)
  const isFixed = isSystemKey(pressed) || owners.some((it) => it.browserKeys !== undefined)
  const titles = owners.map((it) => it.title).join(', ')
  const other = useRef<HTMLButtonElement>(null)
  useEffect(() => other.current?.focus(), [])
  return (
    <div className={classes.clash} role="alert">
      <Text size="sm">{owners.length > 0 ? t('keys.clash', { key, titles }) : t('keys.system', { key })}</Text>
      <Group gap="xs">
        {!isFixed && (
          <Button size="xs" onClick={() => onTake(pressed)}>
            {t('keys.clash_take')}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={onOther} ref={other}>
          {t('keys.clash_other')}
        </Button>
      </Group>
    </div>
  )
}

import { t } from '@labelwright/i18n'
import { ActionIcon, Button, Group, Input, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'

const MOST = 10

interface Props {
  value: Readonly<Record<string, string>>
  onChange: (headers: Record<string, string>) => void
}

/** Headers as lines. Those without a name yet are kept here and not told. */
export function HeaderFields({ value, onChange }: Props) {
  const [lines, setLines] = useState<readonly (readonly [string, string])[]>(() => Object.entries(value))
  const change = (next: readonly (readonly [string, string])[]) => {
    setLines(next)
    onChange(Object.fromEntries(next.filter(([name]) => name.trim() !== '').map(([name, text]) => [name.trim(), text])))
  }
  const changeLine = (at: number, line: readonly [string, string]) =>
    change(lines.map((before, place) => (place === at ? line : before)))
  return (
    <Input.Wrapper label={t('webhooks.headers')} description={t('webhooks.headers_hint')} labelElement="div">
      <Stack gap="xs" mt="xs">
        {lines.map(([name, text], at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name of its own while it is written
          <Group key={at} gap="xs" wrap="nowrap">
            <TextInput
              flex={2}
              aria-label={t('webhooks.header_name', { number: at + 1 })}
              placeholder="X-Key"
              value={name}
              onChange={(event) => changeLine(at, [event.currentTarget.value, text])}
            />
            <TextInput
              flex={3}
              aria-label={t('webhooks.header_value', { number: at + 1 })}
              value={text}
              onChange={(event) => changeLine(at, [name, event.currentTarget.value])}
            />
            <ActionIcon
              color="red"
              aria-label={t('webhooks.header_remove', { number: at + 1 })}
              onClick={() => change(lines.filter((_, place) => place !== at))}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
        ))}
        {lines.length < MOST && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} />}
            style={{ alignSelf: 'flex-start' }}
            onClick={() => setLines([...lines, ['', '']])}
          >
            {t('webhooks.header_add')}
          </Button>
        )}
      </Stack>
    </Input.Wrapper>
  )
}

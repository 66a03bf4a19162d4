import { t } from '@labelwright/i18n'
import { Anchor, Center, Stack, Text, Title } from '@mantine/core'

export function NoTasks({ onImport }: { onImport: () => void }) {
  return (
    <Center flex={1} p="lg">
      <Stack align="center" gap="sm" maw={460} ta="center">
        <svg
          width="150"
          height="96"
          viewBox="0 0 150 96"
          aria-hidden="true"
          fill="none"
          stroke="var(--lw-line)"
          strokeWidth="2"
        >
          <rect x="8" y="8" width="134" height="80" rx="10" fill="var(--lw-surface)" />
          <path d="M8 32h134M8 52h134M8 71h134M48 8v80" />
          <path
            d="M75 34v38M58 56l17 17 17-17"
            stroke="var(--mantine-color-teal-5)"
            strokeWidth="5"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
        <Title order={2}>{t('tasks.empty_title')}</Title>
        <Text c="dimmed">{t('tasks.empty_hint')}</Text>
        <Anchor component="button" type="button" onClick={onImport}>
          {t('tasks.add_data')}
        </Anchor>
      </Stack>
    </Center>
  )
}

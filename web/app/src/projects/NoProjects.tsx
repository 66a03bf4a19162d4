import { t } from '@labelwright/i18n'
import { Center, Stack, Text, Title } from '@mantine/core'
import { CreateProjectButton } from './CreateProjectButton.tsx'

export function NoProjects() {
  return (
    <Center mih="calc(100dvh - 120px)" p="lg">
      <Stack align="center" gap="md" maw={520} ta="center">
        <svg width="220" height="140" viewBox="0 0 220 140" aria-hidden="true">
          <rect
            x="10"
            y="22"
            width="120"
            height="96"
            rx="12"
            fill="var(--lw-surface)"
            stroke="var(--lw-line)"
            strokeWidth="2"
          />
          <path d="M22 106l30-40 22 26 14-16 30 30z" fill="var(--mantine-color-teal-light)" />
          <rect
            x="40"
            y="48"
            width="54"
            height="46"
            rx="4"
            fill="none"
            stroke="var(--mantine-color-teal-5)"
            strokeWidth="3"
            strokeDasharray="6 5"
          />
          <rect
            x="104"
            y="52"
            width="106"
            height="76"
            rx="12"
            fill="var(--lw-surface)"
            stroke="var(--lw-line)"
            strokeWidth="2"
          />
          <g strokeWidth="7" strokeLinecap="round" stroke="var(--lw-line)">
            <path d="M120 74h74M120 90h26M120 106h52" />
          </g>
          <path d="M158 90h34" strokeWidth="13" strokeLinecap="round" stroke="#ffc46b" />
        </svg>
        <Title order={1}>{t('projects.empty_title')}</Title>
        <Text c="dimmed">{t('projects.empty_hint')}</Text>
        <CreateProjectButton size="md" />
      </Stack>
    </Center>
  )
}

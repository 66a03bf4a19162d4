import { ApiError, OfflineError } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Alert, Button, Center, Stack, Text, Title } from '@mantine/core'
import { IconCloudOff, IconFileUnknown, IconMoodSad } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { messageOf } from './message.ts'

/** A page, or a part of one, that could not be shown; says why and offers the way on. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const offline = error instanceof OfflineError
  const missing = error instanceof ApiError && (error.status === 404 || error.status === 403)
  const Picture = offline ? IconCloudOff : missing ? IconFileUnknown : IconMoodSad
  return (
    <Center mih="50vh" p="lg" role="alert">
      <Stack align="center" gap="sm" maw={460} ta="center">
        <Picture size={56} stroke={1.2} aria-hidden />
        <Title order={1}>{missing ? t('common.not_found') : t('common.failed')}</Title>
        <Text c="dimmed">{missing ? t('common.not_found_hint') : messageOf(error)}</Text>
        {missing || !retry ? (
          <Button component={Link} to="/projects" variant="default">
            {t('common.to_projects')}
          </Button>
        ) : (
          <Button onClick={retry}>{t('common.retry')}</Button>
        )}
      </Stack>
    </Center>
  )
}

export const NotFound = () => <Failure error={new ApiError(404, {})} />

/** The same for a part of a page. */
export function FailureNote({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <Alert color="red" role="alert" title={t('common.failed')}>
      <Stack gap="sm" align="flex-start">
        {messageOf(error)}
        <Button size="xs" variant="default" onClick={retry}>
          {t('common.retry')}
        </Button>
      </Stack>
    </Alert>
  )
}

import { createPersonalToken, personalTokens, revokePersonalToken } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Button, Group, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { CopyButton } from '../kit/CopyButton.tsx'
import { toast, toastError } from '../kit/toast.tsx'

const KEY = ['personal-tokens']

/** The long-lived token that the official client takes; the server shows it once. */
export function PersonalToken() {
  const client = useQueryClient()
  const tokens = useQuery({ queryKey: KEY, queryFn: personalTokens })
  const create = useMutation({
    mutationFn: createPersonalToken,
    onError: toastError,
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  })
  const revoke = useMutation({
    mutationFn: revokePersonalToken,
    onError: toastError,
    onSuccess: () => {
      create.reset()
      toast(t('account.personal_token_revoked'))
      return client.invalidateQueries({ queryKey: KEY })
    },
  })
  const [existing] = tokens.data ?? []
  return (
    <Stack>
      <Title order={3} size="h5">
        {t('account.personal_token')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('account.personal_token_hint')}
      </Text>
      {tokens.isPending && <Skeleton height={36} />}
      {create.data && (
        <Group align="flex-end" wrap="nowrap">
          <TextInput flex={1} readOnly label={t('account.personal_token_once')} value={create.data.token} />
          <CopyButton value={create.data.token} />
        </Group>
      )}
      {tokens.data && !existing && (
        <Group>
          <Button variant="default" loading={create.isPending} onClick={() => create.mutate()}>
            {t('account.personal_token_create')}
          </Button>
        </Group>
      )}
      {existing && (
        <Group justify="space-between">
          <Text size="sm">{t('account.personal_token_there')}</Text>
          <Button variant="default" loading={revoke.isPending} onClick={() => revoke.mutate(existing.token)}>
            {t('account.personal_token_revoke')}
          </Button>
        </Group>
      )}
    </Stack>
  )
}

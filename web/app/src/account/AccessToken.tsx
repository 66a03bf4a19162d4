import { accessToken, changeTokenSettings, resetAccessToken, tokenSettings } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Button, Code, Group, PasswordInput, Stack, Switch, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { CopyButton } from '../kit/CopyButton.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { messageOf } from '../kit/message.ts'
import { toast, toastError } from '../kit/toast.tsx'

export function AccessToken() {
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const settings = useQuery({ queryKey: ['token-settings'], queryFn: tokenSettings })
  const accepted = settings.data?.legacy_api_tokens_enabled ?? false
  const token = useQuery({ queryKey: ['access-token'], queryFn: accessToken, retry: false, enabled: accepted })
  const accept = useMutation({
    mutationFn: changeTokenSettings,
    onError: toastError,
    onSuccess: (changed) => client.setQueryData(['token-settings'], changed),
  })
  const reset = useMutation({
    mutationFn: resetAccessToken,
    onError: toastError,
    onSuccess: (fresh) => {
      client.setQueryData(['access-token'], fresh)
      setAsking(false)
      toast(t('account.token_reset'))
    },
  })
  return (
    <Stack>
      <Title order={3} size="h5">
        {t('account.legacy_token')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('account.token_hint')} <Code>Authorization: Token …</Code>
      </Text>
      {settings.data && (
        <Switch
          label={t('account.legacy_token_switch')}
          checked={accepted}
          disabled={accept.isPending}
          onChange={(event) =>
            accept.mutate({ ...settings.data, legacy_api_tokens_enabled: event.currentTarget.checked })
          }
        />
      )}
      {token.isError && <Text c="dimmed">{messageOf(token.error)}</Text>}
      {accepted && token.data && (
        <Group align="flex-end" wrap="nowrap">
          <PasswordInput
            flex={1}
            readOnly
            label={t('account.access_token')}
            value={token.data.token}
            visibilityToggleButtonProps={{ 'aria-label': t('account.show_characters') }}
          />
          <CopyButton value={token.data.token} />
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('account.reset_token')}
          </Button>
        </Group>
      )}
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t('account.reset_token')}>
        <Stack>
          <Text>{t('account.reset_token_hint')}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(false)}>
              {t('common.cancel')}
            </Button>
            <Button color="red" loading={reset.isPending} onClick={() => reset.mutate()}>
              {t('account.reset_token')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </Stack>
  )
}

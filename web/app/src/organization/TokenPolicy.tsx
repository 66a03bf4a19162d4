import { changeTokenSettings, type TokenSettings, tokenSettings } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Skeleton, Stack, Switch } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Failure } from '../kit/Failure.tsx'
import { toast, toastError } from '../kit/toast.tsx'

const KEY = ['token-settings']

/** Which keys scripts may use. */
export function TokenPolicy() {
  const client = useQueryClient()
  const policy = useQuery({ queryKey: KEY, queryFn: tokenSettings })
  const change = useMutation({
    mutationFn: (fields: TokenSettings) => changeTokenSettings(fields),
    onError: toastError,
    onSuccess: (changed) => {
      client.setQueryData(KEY, changed)
      toast(t('settings.saved'))
    },
  })
  if (policy.isLoadingError) return <Failure error={policy.error} retry={() => void policy.refetch()} />
  if (!policy.data) return <Skeleton height={80} />
  const known = policy.data
  return (
    <Stack>
      <Switch
        label={t('organization.personal_tokens')}
        description={t('organization.personal_tokens_hint')}
        checked={known.api_tokens_enabled}
        disabled={change.isPending}
        onChange={(event) => change.mutate({ ...known, api_tokens_enabled: event.currentTarget.checked })}
      />
      <Switch
        label={t('organization.access_tokens')}
        description={t('organization.access_tokens_hint')}
        checked={known.legacy_api_tokens_enabled}
        disabled={change.isPending}
        onChange={(event) => change.mutate({ ...known, legacy_api_tokens_enabled: event.currentTarget.checked })}
      />
    </Stack>
  )
}

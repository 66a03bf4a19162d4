import { changeSessionPolicy, type SessionPolicy, sessionPolicy } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Group, NumberInput, Skeleton, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Failure } from '../kit/Failure.tsx'
import { toast } from '../kit/toast.tsx'
import { SaveBar } from '../settings/SaveBar.tsx'

const KEY = ['session-policy']
const DAY = 24 * 60
const FIELDS = [
  ['max_session_age', () => t('organization.longest')],
  ['max_time_between_activity', () => t('organization.idle')],
] as const

/** How long people stay logged in; the server counts minutes, people days. */
export function SessionPolicyForm() {
  const policy = useQuery({ queryKey: KEY, queryFn: sessionPolicy })
  if (policy.isLoadingError) return <Failure error={policy.error} retry={() => void policy.refetch()} />
  return policy.data ? <Fields policy={policy.data} /> : <Skeleton height={120} />
}

function Fields({ policy }: { policy: SessionPolicy }) {
  const client = useQueryClient()
  const [edited, setEdited] = useState<Partial<SessionPolicy>>({})
  const { max_session_age, max_time_between_activity } = { ...policy, ...edited }
  const values: SessionPolicy = { max_session_age, max_time_between_activity }
  const save = useMutation({
    mutationFn: changeSessionPolicy,
    onSuccess: (changed) => {
      client.setQueryData(KEY, changed)
      setEdited({})
      toast(t('settings.saved'))
    },
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(values)
      }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {t('organization.sessions_hint')}
        </Text>
        <Group grow align="flex-end">
          {FIELDS.map(([name, label]) => (
            <NumberInput
              key={name}
              label={label()}
              suffix={` ${t('organization.days')}`}
              min={0.01}
              max={3650}
              decimalScale={2}
              value={Math.round((values[name] / DAY) * 100) / 100}
              onChange={(days) =>
                typeof days === 'number' &&
                days > 0 &&
                setEdited((before) => ({ ...before, [name]: Math.max(1, Math.round(days * DAY)) }))
              }
            />
          ))}
        </Group>
        <SaveBar
          changed={FIELDS.some(([name]) => values[name] !== policy[name])}
          busy={save.isPending}
          error={save.error}
        />
      </Stack>
    </form>
  )
}

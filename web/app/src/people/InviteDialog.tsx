import { getInvite, resetInvite } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Button, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { CopyButton } from '../kit/CopyButton.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { FailureNote } from '../kit/Failure.tsx'
import { toast, toastError } from '../kit/toast.tsx'

export function InviteDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const client = useQueryClient()
  const invite = useQuery({ queryKey: ['invite'], queryFn: getInvite, enabled: opened })
  const reset = useMutation({
    mutationFn: resetInvite,
    onError: toastError,
    onSuccess: (fresh) => {
      client.setQueryData(['invite'], fresh)
      toast(t('account.invite_reset'))
    },
  })
  // The server names the path; where it is reached from is what this browser knows.
  const link = invite.data ? new URL(invite.data.invite_url, location.origin).href : ''
  return (
    <Dialog opened={opened} onClose={onClose} title={t('account.invite')} size="lg">
      <Stack>
        <Text c="dimmed">{t('account.invite_hint')}</Text>
        {invite.isError && <FailureNote error={invite.error} retry={() => void invite.refetch()} />}
        {invite.isPending && <Skeleton height={36} />}
        {invite.data && (
          <Group align="flex-end" wrap="nowrap">
            <TextInput
              flex={1}
              readOnly
              label={t('account.invite_link')}
              value={link}
              onFocus={(e) => e.currentTarget.select()}
            />
            <CopyButton value={link} />
          </Group>
        )}
        <Group justify="space-between">
          <Text size="sm" c="dimmed" maw={380}>
            {t('account.invite_reset_hint')}
          </Text>
          <Button variant="default" loading={reset.isPending} onClick={() => reset.mutate()}>
            {t('account.reset_link')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

import { avatarAddress, changeAvatar, removeAvatar } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Alert, Avatar, Button, FileButton, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { messageOf } from '../kit/message.ts'
import { toast } from '../kit/toast.tsx'
import { sessionQuery, useUser } from '../session/session.ts'

/** The picture that colleagues see beside one's work. */
export function ProfilePicture() {
  const user = useUser()
  const client = useQueryClient()
  const shown = async (message: string) => {
    toast(message)
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
    await client.invalidateQueries({ queryKey: ['members'] })
  }
  const change = useMutation({
    mutationFn: (file: File) => changeAvatar(user.id, file),
    onSuccess: () => shown(t('settings.saved')),
  })
  const remove = useMutation({
    mutationFn: () => removeAvatar(user.id),
    onSuccess: () => shown(t('profile.picture_removed')),
  })
  const error = change.error ?? remove.error
  return (
    <Stack gap="xs">
      <Group wrap="nowrap">
        <Avatar
          size={72}
          radius="50%"
          color="teal"
          variant="filled"
          src={avatarAddress(user.avatar)}
          alt={t('profile.picture')}
        >
          {user.initials.toUpperCase()}
        </Avatar>
        <div>
          <Group gap="xs">
            <FileButton accept="image/png,image/jpeg,image/gif" onChange={(file) => file && change.mutate(file)}>
              {(props) => (
                <Button variant="default" loading={change.isPending} {...props}>
                  {t('profile.picture_change')}
                </Button>
              )}
            </FileButton>
            {user.avatar && (
              <Button variant="subtle" color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
                {t('profile.picture_remove')}
              </Button>
            )}
          </Group>
          <Text size="sm" c="dimmed" mt={4}>
            {t('profile.picture_hint')}
          </Text>
        </div>
      </Group>
      {error && (
        <Alert color="red" role="alert">
          {messageOf(error)}
        </Alert>
      )}
    </Stack>
  )
}

import { avatarAddress, type Membership, removeMember } from '@labelwright/api'
import { locale, t } from '@labelwright/i18n'
import { ActionIcon, Avatar, Badge, Button, Group, Paper, Skeleton, Stack, Table, Text, Title } from '@mantine/core'
import { IconUserMinus, IconUserPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Dialog } from '../kit/Dialog.tsx'
import { Failure } from '../kit/Failure.tsx'
import { useTitle } from '../kit/title.ts'
import { toast, toastError } from '../kit/toast.tsx'
import { useOrganization } from '../organization/queries.ts'
import { displayName, useUser } from '../session/session.ts'
import { InviteDialog } from './InviteDialog.tsx'
import { membersQuery } from './members.ts'
import { RoleSelect } from './RoleSelect.tsx'

export function PeoplePage() {
  useTitle(t('account.people'))
  const user = useUser()
  const organization = user.active_organization ?? 0
  const [inviting, setInviting] = useState(false)
  const [removing, setRemoving] = useState<Membership>()
  const members = useQuery(membersQuery(organization))
  const maySet = user.permissions.includes('organizations.change')
  const withRoles = useOrganization().data?.roles_enabled ?? false
  if (members.isLoadingError) return <Failure error={members.error} retry={() => void members.refetch()} />
  return (
    <div className="lw-page" style={{ maxWidth: 980 }}>
      <Group justify="space-between" mb="xl">
        <div>
          <Title order={1}>{t('account.people')}</Title>
          <Text c="dimmed">{user.active_organization_meta.title}</Text>
        </div>
        <Group>
          {maySet && (
            <Button variant="default" renderRoot={(props) => <Link to="/organization/settings" {...props} />}>
              {t('organization.title')}
            </Button>
          )}
          <Button leftSection={<IconUserPlus size={16} />} onClick={() => setInviting(true)}>
            {t('account.invite')}
          </Button>
        </Group>
      </Group>
      <Paper className="lw-surface" style={{ overflow: 'hidden' }}>
        {members.isPending ? (
          <Stack p="md">
            <Skeleton height={36} />
            <Skeleton height={36} />
          </Stack>
        ) : (
          <Table verticalSpacing="sm" horizontalSpacing="md" aria-label={t('account.people')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('account.name')}</Table.Th>
                <Table.Th>{t('account.email_address')}</Table.Th>
                {withRoles && <Table.Th>{t('organization.role')}</Table.Th>}
                <Table.Th>{t('account.last_activity')}</Table.Th>
                <Table.Th aria-label={t('account.actions')} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {members.data.results.map((member) => (
                <MemberRow
                  key={member.id}
                  member={member}
                  me={user.id}
                  withRole={withRoles}
                  onRemove={() => setRemoving(member)}
                />
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Paper>
      <InviteDialog opened={inviting} onClose={() => setInviting(false)} />
      <RemoveMember member={removing} onClose={() => setRemoving(undefined)} />
    </div>
  )
}

interface MemberRowProps {
  member: Membership
  me: number
  withRole: boolean
  onRemove: () => void
}

function MemberRow({ member, me, withRole, onRemove }: MemberRowProps) {
  const { user } = member
  const seen = user.last_activity
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="sm" wrap="nowrap">
          <Avatar size={32} radius="xl" src={avatarAddress(user.avatar)} color="teal">
            {user.initials.toUpperCase()}
          </Avatar>
          <Text size="sm" fw={550}>
            {displayName(user)}
          </Text>
          {user.id === me && <Badge>{t('account.you')}</Badge>}
        </Group>
      </Table.Td>
      <Table.Td>{user.email}</Table.Td>
      {withRole && (
        <Table.Td>
          <RoleSelect member={member} />
        </Table.Td>
      )}
      <Table.Td>
        {seen
          ? new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(seen))
          : '–'}
      </Table.Td>
      <Table.Td ta="right">
        {user.id !== me && (
          <ActionIcon
            color="red"
            aria-label={t('account.remove_person', { name: displayName(user) })}
            onClick={onRemove}
          >
            <IconUserMinus size={17} />
          </ActionIcon>
        )}
      </Table.Td>
    </Table.Tr>
  )
}

function RemoveMember({ member, onClose }: { member: Membership | undefined; onClose: () => void }) {
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: (gone: Membership) => removeMember(gone.organization, gone.user.id),
    onError: toastError,
    onSuccess: async (_, gone) => {
      toast(t('account.person_removed', { name: displayName(gone.user) }))
      onClose()
      await client.invalidateQueries({ queryKey: ['members'] })
    },
  })
  return (
    <Dialog opened={member !== undefined} onClose={onClose} title={t('account.remove_title')}>
      {member && (
        <Stack>
          <Text>{t('account.remove_hint', { name: displayName(member.user) })}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button color="red" loading={remove.isPending} onClick={() => remove.mutate(member)}>
              {t('account.remove')}
            </Button>
          </Group>
        </Stack>
      )}
    </Dialog>
  )
}

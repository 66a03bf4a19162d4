import { changeRole, type Membership, type Role } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Select, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast, toastError } from '../kit/toast.tsx'
import { displayName, useUser } from '../session/session.ts'

const NAMES = {
  annotator: () => t('organization.role_annotator'),
  reviewer: () => t('organization.role_reviewer'),
  manager: () => t('organization.role_manager'),
  administrator: () => t('organization.role_administrator'),
  owner: () => t('organization.role_owner'),
}
const GIVEN = ['annotator', 'reviewer', 'manager', 'administrator'] as const

/** What a member may do. The owner stays the owner. */
export function RoleSelect({ member }: { member: Membership }) {
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: (role: Role) => changeRole(member.organization, member.user.id, role),
    onError: toastError,
    onSuccess: () => {
      toast(t('settings.saved'))
      return client.invalidateQueries({ queryKey: ['members'] })
    },
  })
  const maySet = useUser().permissions.includes('organizations.change')
  if (member.role === 'owner' || !maySet) return <Text size="sm">{NAMES[member.role]()}</Text>
  return (
    <Select
      size="xs"
      w={150}
      allowDeselect={false}
      aria-label={t('organization.role_of', { name: displayName(member.user) })}
      data={GIVEN.map((role) => ({ value: role, label: NAMES[role]() }))}
      value={member.role}
      disabled={change.isPending}
      onChange={(role) => role && change.mutate(role as Role)}
    />
  )
}

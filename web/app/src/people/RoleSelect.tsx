import { changeRole, type Membership, type Role } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Select, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast, toastError } from '../kit/toast.tsx'
import { displayName } from '../session/session.ts'

const NAMES = {
  annotator: () => t('organization.role_annotator'),
  reviewer: () => t('organization.role_reviewer'),
  manager: () => t('organization.role_manager'),
  administrator: () => t('organization.role_administrator'),
}

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
  if (member.role === 'owner') return <Text size="sm">{t('organization.role_owner')}</Text>
  return (
    <Select
      size="xs"
      w={150}
      allowDeselect={false}
      aria-label={t('organization.role_of', { name: displayName(member.user) })}
      data={Object.entries(NAMES).map(([value, label]) => ({ value, label: label() }))}
      value={member.role}
      disabled={change.isPending}
      onChange={(role) => role && change.mutate(role as Role)}
    />
  )
}

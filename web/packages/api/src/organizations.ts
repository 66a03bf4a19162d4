import { request } from './client.ts'
import type { Invite, Membership, Organization, Page, Role, SessionPolicy } from './types.ts'

export const listMembers = (organization: number) =>
  request<Page<Membership>>(`api/organizations/${organization}/memberships`, { query: { page_size: -1 } })

export const removeMember = (organization: number, user: number) =>
  request<void>(`api/organizations/${organization}/memberships/${user}/`, { method: 'DELETE' })

export const getInvite = () => request<Invite>('api/invite')
export const resetInvite = () => request<Invite>('api/invite/reset-token', { method: 'POST' })

export const getOrganization = (id: number) => request<Organization>(`api/organizations/${id}`)
export const changeOrganization = (id: number, fields: Partial<Pick<Organization, 'title' | 'roles_enabled'>>) =>
  request<Organization>(`api/organizations/${id}`, { method: 'PATCH', body: fields })

export const changeRole = (organization: number, user: number, role: Role) =>
  request<{ role: Role }>(`api/organizations/${organization}/memberships/${user}/`, { method: 'PATCH', body: { role } })

export const sessionPolicy = () => request<SessionPolicy>('api/session-policy/')
export const changeSessionPolicy = (policy: SessionPolicy) =>
  request<SessionPolicy>('api/session-policy/', { method: 'PATCH', body: policy })

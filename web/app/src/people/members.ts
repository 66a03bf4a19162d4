import { listMembers, type User } from '@labelwright/api'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useUser } from '../session/session.ts'

export const membersQuery = (organization: number) =>
  queryOptions({
    queryKey: ['members', organization],
    queryFn: () => listMembers(organization),
    staleTime: 60_000,
  })

/** Everybody in the workspace; nobody while they are still being asked for. */
export function useMembers(): readonly User[] {
  const members = useQuery(membersQuery(useUser().active_organization ?? 0))
  return members.data?.results.map((member) => member.user) ?? []
}

import { getOrganization } from '@labelwright/api'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useUser } from '../session/session.ts'

export const organizationQuery = (id: number) =>
  queryOptions({ queryKey: ['organization', id], queryFn: () => getOrganization(id), staleTime: 60_000 })

/** The workspace of the person using the app. */
export function useOrganization() {
  return useQuery(organizationQuery(useUser().active_organization ?? 0))
}

import { type Me, whoami } from '@labelwright/api'
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'

export const sessionQuery = queryOptions({
  queryKey: ['whoami'],
  queryFn: ({ signal }) => whoami(signal),
  staleTime: Number.POSITIVE_INFINITY,
})

/** The person using the app; pages behind the log-in only. */
export function useUser(): Me {
  return useSuspenseQuery(sessionQuery).data
}

export function displayName(user: { first_name: string; last_name: string; email: string }): string {
  return `${user.first_name} ${user.last_name}`.trim() || user.email
}

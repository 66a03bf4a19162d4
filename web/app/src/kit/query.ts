import { OfflineError } from '@labelwright/api'
import { QueryClient } from '@tanstack/react-query'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // An answer that says no says no again; only silence is worth another try.
      retry: (count, error) => error instanceof OfflineError && count < 2,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

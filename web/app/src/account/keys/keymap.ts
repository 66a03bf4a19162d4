import { type Hotkeys, type Me, updateHotkeys } from '@labelwright/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { toastError } from '../../kit/toast.tsx'
import { entranceFacts } from '../../session/accounts.ts'
import { sessionQuery, useUser } from '../../session/session.ts'

/** The keys that hold for this person: the server's for everybody, and their own over them. */
export function useKeymap(): Hotkeys {
  const own = useUser().custom_hotkeys
  return useMemo(() => ({ ...entranceFacts().keymap, ...own }), [own])
}

/** Keeps a person's own keys; they hold at once, and are as before if the server refuses. */
export function useSaveKeys() {
  const client = useQueryClient()
  const show = (custom_hotkeys: Hotkeys) =>
    client.setQueryData(sessionQuery.queryKey, (user: Me | undefined) => user && { ...user, custom_hotkeys })
  return useMutation({
    mutationFn: updateHotkeys,
    onMutate: (next) => {
      const before = client.getQueryData(sessionQuery.queryKey)?.custom_hotkeys ?? {}
      show(next)
      return before
    },
    onError: (error, _, before) => {
      show(before ?? {})
      toastError(error)
    },
  })
}

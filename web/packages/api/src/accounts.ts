import { ApiError, address, csrfToken, OfflineError, request } from './client.ts'
import type { Hotkeys, Me, User } from './types.ts'

export const whoami = (signal?: AbortSignal) =>
  request<Me>('api/current-user/whoami', { anonymous: true, ...(signal && { signal }) })

export const updateUser = (id: number, fields: Partial<Pick<User, 'first_name' | 'last_name' | 'phone'>>) =>
  request<User>(`api/users/${id}/`, { method: 'PATCH', body: fields })

export function changeAvatar(id: number, file: File): Promise<{ detail: string }> {
  const form = new FormData()
  form.set('avatar', file)
  return request<{ detail: string }>(`api/users/${id}/avatar/`, { method: 'POST', body: form })
}
export const removeAvatar = (id: number) => request<void>(`api/users/${id}/avatar/`, { method: 'DELETE' })

/** Pictures are named below the base path. */
export const avatarAddress = (avatar: string | null | undefined): string | null => (avatar ? address(avatar) : null)

export const updateHotkeys = (custom_hotkeys: Hotkeys) =>
  request<{ custom_hotkeys: Hotkeys }>('api/current-user/hotkeys/', { method: 'PATCH', body: { custom_hotkeys } })

export const accessToken = () => request<{ token: string }>('api/current-user/token')
export const resetAccessToken = () => request<{ token: string }>('api/current-user/reset-token/', { method: 'POST' })

/** The personal access tokens that were not revoked, without their signature. */
export const personalTokens = () => request<{ token: string }[]>('api/token/')
/** A new one, whole: it is shown this once. */
export const createPersonalToken = () => request<{ token: string }>('api/token/', { method: 'POST' })
export const revokePersonalToken = (refresh: string) =>
  request<void>('api/token/blacklist/', { method: 'POST', body: { refresh } })

export interface TokenSettings {
  api_tokens_enabled: boolean
  legacy_api_tokens_enabled: boolean
}

export const tokenSettings = () => request<TokenSettings>('api/jwt/settings')
export const changeTokenSettings = (settings: TokenSettings) =>
  request<TokenSettings>('api/jwt/settings', { method: 'POST', body: settings })

export const changePassword = (old_password: string, password: string) =>
  request<{ detail: string }>('api/current-user/password', { method: 'POST', body: { old_password, password } })

export interface Credentials {
  email: string
  password: string
}

export const logIn = (credentials: Credentials) => postForm('user/login/', credentials)
export const signUp = (credentials: Credentials, token?: string) => postForm('user/signup/', credentials, token)

/** The form that a browser without scripts would post, asking for JSON in answer. */
async function postForm(path: string, { email, password }: Credentials, token?: string): Promise<void> {
  const target = address(path, { token })
  try {
    if (!csrfToken()) await fetch(target, { credentials: 'same-origin' })
    const response = await fetch(target, {
      method: 'POST',
      body: new URLSearchParams({ email, password, csrfmiddlewaretoken: csrfToken() }),
      headers: { Accept: 'application/json', 'X-CSRFToken': csrfToken() },
      credentials: 'same-origin',
    })
    if (response.ok) return
    const isJson = response.headers.get('Content-Type')?.includes('json')
    throw new ApiError(response.status, isJson ? await response.json() : {})
  } catch (error) {
    throw error instanceof TypeError ? new OfflineError(error) : error
  }
}

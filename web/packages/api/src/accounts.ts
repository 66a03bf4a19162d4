import { ApiError, address, csrfToken, OfflineError, request } from './client.ts'
import type { User } from './types.ts'

export const whoami = (signal?: AbortSignal) =>
  request<User>('api/current-user/whoami', { anonymous: true, ...(signal && { signal }) })

export const updateUser = (id: number, fields: Partial<Pick<User, 'first_name' | 'last_name' | 'phone'>>) =>
  request<User>(`api/users/${id}/`, { method: 'PATCH', body: fields })

export const accessToken = () => request<{ token: string }>('api/current-user/token')
export const resetAccessToken = () => request<{ token: string }>('api/current-user/reset-token/', { method: 'POST' })

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

/** Fetch with what every call of ours needs: base path, CSRF header, typed errors, log-in again on 401. */

export interface ApiErrorBody {
  detail?: string
  validation_errors?: Record<string, unknown>
  [key: string]: unknown
}

/** The server answered, and said no. */
export class ApiError extends Error {
  readonly status: number
  readonly body: ApiErrorBody
  /** Field → messages; messages about the whole request stand under `non_field_errors`. */
  readonly fields: Readonly<Record<string, readonly string[]>>

  constructor(status: number, body: ApiErrorBody) {
    const fields = fieldErrors(body)
    super(firstMessage(body, fields) ?? `HTTP ${status}`)
    this.name = 'ApiError'
    this.status = status
    this.body = body
    this.fields = fields
  }
}

/** No answer at all: the server is stopped or the network is gone. */
export class OfflineError extends Error {
  constructor(cause: unknown) {
    super('The server cannot be reached', { cause })
    this.name = 'OfflineError'
  }
}

function fieldErrors(body: ApiErrorBody): Record<string, string[]> {
  // The config check answers with the bare field dictionary, everything else with the envelope.
  const source = body.validation_errors ?? (body.detail === undefined ? body : {})
  const fields: Record<string, string[]> = {}
  for (const [name, messages] of Object.entries(source)) {
    if (typeof messages === 'string') fields[name] = [messages]
    else if (Array.isArray(messages))
      fields[name] = messages.map((m) => (typeof m === 'string' ? m : JSON.stringify(m)))
    else if (messages && typeof messages === 'object') fields[name] = Object.values(messages).flat().map(String)
  }
  return fields
}

function firstMessage(body: ApiErrorBody, fields: Record<string, string[]>): string | undefined {
  const first = Object.values(fields).flat()[0]
  return first ?? (body.detail === undefined ? undefined : String(body.detail))
}

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  query?: Record<string, string | number | boolean | undefined>
  /** Sent as JSON, unless it is FormData. */
  body?: unknown
  headers?: Readonly<Record<string, string>>
  signal?: AbortSignal
  /** Arrives even when the page goes meanwhile, unless it is more than browsers take so. */
  keepalive?: boolean
  /** 401 is an answer like any other: don't ask the person to log in. */
  anonymous?: boolean
}

const listeners = new Set<(reachable: boolean) => void>()

/** Hears, with every call, whether the server could be reached. */
export function onReachable(listener: (reachable: boolean) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function heard(reachable: boolean): void {
  for (const listener of listeners) listener(reachable)
}

let sessionExpired: (() => Promise<void>) | undefined
let reauthentication: Promise<void> | undefined

/** `ask` resolves when the person has logged in again; calls that met a 401 then run once more. */
export function onSessionExpired(ask: () => Promise<void>): () => void {
  sessionExpired = ask
  return () => {
    if (sessionExpired === ask) sessionExpired = undefined
  }
}

/** Absolute address of a path below the base path (`<base href>`, written by the server). */
export function address(path: string, query: RequestOptions['query'] = {}): string {
  const url = new URL(path.replace(/^\//, ''), document.baseURI)
  for (const [key, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(key, String(value))
  return url.href
}

/** The path the app is served under, without a slash at its end: `` or `/labelwright`. */
export function basePath(): string {
  return new URL(document.baseURI).pathname.replace(/\/[^/]*$/, '')
}

export function csrfToken(): string {
  return /(?:^|;\s*)csrftoken=([^;]+)/.exec(document.cookie)?.[1] ?? ''
}

export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(path, options)
  if (response.status === 204) return undefined as T
  return (await decoded(response)) as T
}

/** The answer itself, for streams and downloads; errors are thrown as in `request`. */
export async function send(path: string, options: RequestOptions = {}): Promise<Response> {
  const response = await attempt(path, options)
  if (response.status !== 401 || options.anonymous || !sessionExpired) return checked(response)
  reauthentication ??= sessionExpired().finally(() => {
    reauthentication = undefined
  })
  await reauthentication
  return checked(await attempt(path, options))
}

/** Browsers take 64 kB of a page that goes, of all its requests together; they refuse what would be more. */
const MOST_KEPT_ALIVE = 60_000
let keptAlive = 0

async function attempt(
  path: string,
  { method = 'GET', query, body, signal, keepalive = false, headers: more }: RequestOptions,
): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json', ...more }
  if (method !== 'GET') headers['X-CSRFToken'] = csrfToken()
  const form = body instanceof FormData
  if (body !== undefined && !form) headers['Content-Type'] = 'application/json'
  const payload = body === undefined ? null : form ? body : JSON.stringify(body)
  const size = keepalive && typeof payload === 'string' ? new Blob([payload]).size : 0
  const isKept = keepalive && keptAlive + size < MOST_KEPT_ALIVE
  if (isKept) keptAlive += size
  try {
    const response = await fetch(address(path, query), {
      method,
      headers,
      body: payload,
      credentials: 'same-origin',
      signal: signal ?? null,
      keepalive: isKept,
    })
    heard(!isGateway(response.status))
    return response
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    heard(false)
    throw new OfflineError(error)
  } finally {
    if (isKept) keptAlive -= size
  }
}

async function checked(response: Response): Promise<Response> {
  if (response.ok) return response
  if (isGateway(response.status)) throw new OfflineError(response.status)
  const body = await decoded(response).catch(() => undefined)
  throw new ApiError(response.status, isBody(body) ? body : { detail: `HTTP ${response.status}` })
}

/** A proxy that has lost the server behind it is no different from a network that is gone. */
const isGateway = (status: number): boolean => [502, 503, 504].includes(status)

function isBody(value: unknown): value is ApiErrorBody {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

async function decoded(response: Response): Promise<unknown> {
  const text = await response.text()
  return text === '' ? undefined : JSON.parse(text)
}

import { request } from './client.ts'
import type { Delivery, Webhook, WebhookFields } from './types.ts'

/** Of one project; null: of the whole workspace, those of its projects among them. */
export const listWebhooks = (project: number | null) =>
  request<Webhook[]>('api/webhooks/', { query: project === null ? {} : { project } })

export const webhookActions = (organizationOnly?: boolean) =>
  request<Record<string, { name: string }>>('api/webhooks/info/', {
    query: organizationOnly === undefined ? {} : { 'organization-only': organizationOnly },
  })

export const addWebhook = (project: number | null, fields: WebhookFields) =>
  request<Webhook>('api/webhooks/', { method: 'POST', body: { ...fields, project } })

export const changeWebhook = (id: number, fields: WebhookFields) =>
  request<Webhook>(`api/webhooks/${id}/`, { method: 'PATCH', body: fields })

export const deleteWebhook = (id: number) => request<null>(`api/webhooks/${id}/`, { method: 'DELETE' })

export const testWebhook = (id: number) => request<Delivery>(`api/webhooks/${id}/test/`, { method: 'POST' })

export const listDeliveries = (id: number) => request<Delivery[]>(`api/webhooks/${id}/deliveries/`)

export const retryDelivery = (webhook: number, id: number) =>
  request<Delivery>(`api/webhooks/${webhook}/deliveries/${id}/retry/`, { method: 'POST' })

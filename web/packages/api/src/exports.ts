import { address, request } from './client.ts'
import type { ExportFormat } from './types.ts'

export const listExportFormats = (project: number) => request<ExportFormat[]>(`api/projects/${project}/export/formats`)

/** A plain address: the browser streams it to disk itself. */
export const exportAddress = (project: number, exportType: string, download_all_tasks: boolean) =>
  address(`api/projects/${project}/export`, { exportType, download_all_tasks })

import { listColumns, listViews } from '@labelwright/api'

export const columnsQuery = (project: number) => ({
  queryKey: ['columns', project],
  queryFn: () => listColumns(project),
})

export const viewsQuery = (project: number) => ({ queryKey: ['views', project], queryFn: () => listViews(project) })

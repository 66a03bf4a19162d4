import type { QueryClient } from '@tanstack/react-query'
import { nameOfList, readKept } from './kept.ts'
import { columnsQuery, viewsQuery } from './queries.ts'
import { taskPageQuery } from './useTaskPages.ts'

/** Asks for what the list will need, while the project is still being asked for. */
export function askAhead(client: QueryClient, project: number, tab: number | undefined): void {
  void client.prefetchQuery(columnsQuery(project))
  void client.prefetchQuery(viewsQuery(project))
  if (tab === undefined && !readKept(nameOfList(project))) void client.prefetchQuery(taskPageQuery(project, {}, 1))
}

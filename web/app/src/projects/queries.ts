import {
  getProject,
  getUncountedProject,
  listProjects,
  type Project,
  type ProjectFields,
  updateProject,
} from '@labelwright/api'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

const PAGE = 30

export const projectsQuery = (title: string) =>
  infiniteQueryOptions({
    queryKey: ['projects', title],
    queryFn: ({ pageParam }) => listProjects({ page: pageParam, page_size: PAGE, ...(title && { title }) }),
    initialPageParam: 1,
    getNextPageParam: (last, pages) => (last.next ? pages.length + 1 : undefined),
  })

export const projectQuery = (id: number) =>
  queryOptions({ queryKey: ['project', id], queryFn: () => getProject(id), staleTime: 5_000 })

/** For a page that goes on without the counters, and shows them when they come. */
export const uncountedProjectQuery = (id: number) =>
  queryOptions({ queryKey: ['project', id, 'uncounted'], queryFn: () => getUncountedProject(id), staleTime: 5_000 })

/** Saves fields of a project and shows them wherever it is on screen. */
export function useUpdateProject(id: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (fields: ProjectFields) => updateProject(id, fields),
    onSuccess: (saved) => {
      // A write answers without the counters.
      client.setQueryData(
        projectQuery(id).queryKey,
        (before: Project | undefined) => ({ ...before, ...counted(saved) }) as Project,
      )
      return client.invalidateQueries({ queryKey: ['projects'] })
    },
  })
}

function counted(project: Project): Partial<Project> {
  return Object.fromEntries(Object.entries(project).filter(([, value]) => value !== null))
}

import { t } from '@labelwright/i18n'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { Failure } from '../kit/Failure.tsx'
import { PageSkeleton } from '../kit/PageSkeleton.tsx'
import { withPageParts } from '../kit/pageParts.ts'
import { useTitle } from '../kit/title.ts'
import { projectQuery, uncountedProjectQuery } from '../projects/queries.ts'

// The editor is the heaviest part of the app: who looks at the table does not load it, nor the other way round.
const loadList = () => withPageParts(() => import('./TaskList.tsx'))
const TaskList = lazy(async () => ({ default: (await loadList()).TaskList }))
const LabelStream = lazy(() => import('../labeling/LabelStream.tsx'))
const OpenTaskPage = lazy(() => import('../labeling/OpenTaskPage.tsx'))

const REFRESH = 30_000

export function DataPage() {
  const { project: id } = useParams({ from: '/inside/projects/$project/data' })
  const search = useSearch({ from: '/inside/projects/$project/data' })
  const isList = search.labeling === undefined && (search.task === undefined || search.beside !== undefined)
  // How far it is, which others change as well.
  const project = useQuery({ ...projectQuery(id), refetchInterval: isList ? REFRESH : false })
  const early = useQuery({ ...uncountedProjectQuery(id), enabled: isList && project.data === undefined })
  const known = project.data ?? (isList ? early.data : undefined)
  const client = useQueryClient()
  useEffect(() => {
    if (!isList) return
    void loadList()
    void import('./ahead.ts').then(({ askAhead }) => askAhead(client, id, search.tab))
  }, [client, id, isList, search.tab])
  useTitle(known?.title ?? t('projects.title'))

  // What is known stays on screen when it cannot be asked for again: somebody may be labelling.
  if (!known) {
    return project.isError ? <Failure error={project.error} retry={() => void project.refetch()} /> : <PageSkeleton />
  }
  return (
    <Suspense fallback={<PageSkeleton />}>
      {search.task !== undefined && search.beside === undefined ? (
        <OpenTaskPage
          project={known}
          task={search.task}
          {...(search.annotation !== undefined && { annotation: search.annotation })}
          {...(search.region !== undefined && { region: search.region })}
        />
      ) : search.labeling ? (
        <LabelStream project={known} />
      ) : (
        <TaskList project={known} {...(search.tab !== undefined && { tab: search.tab })} />
      )}
    </Suspense>
  )
}

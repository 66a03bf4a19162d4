import { t } from '@labelwright/i18n'
import { Button, Center, Group, Loader, Stack, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Failure } from '../kit/Failure.tsx'
import { PageSkeleton } from '../kit/PageSkeleton.tsx'
import { useTitle } from '../kit/title.ts'
import { CreateProjectButton } from './CreateProjectButton.tsx'
import { NoProjects } from './NoProjects.tsx'
import { ProjectCard } from './ProjectCard.tsx'
import { projectsQuery } from './queries.ts'

export function ProjectsPage() {
  useTitle(t('projects.title'))
  const [search, setSearch] = useState('')
  const [title] = useDebouncedValue(search.trim(), 250)
  const list = useInfiniteQuery({ ...projectsQuery(title), placeholderData: (before) => before })

  if (list.isPending) return <PageSkeleton />
  if (list.isLoadingError) return <Failure error={list.error} retry={() => void list.refetch()} />
  const projects = list.data.pages.flatMap((page) => page.results)
  const total = list.data.pages[0]?.count ?? 0
  if (total === 0 && title === '' && search === '') return <NoProjects />

  return (
    <div className="lw-page">
      <Group justify="space-between" mb="xl" wrap="wrap">
        <Group gap="sm" align="baseline">
          <Title order={1}>{t('projects.title')}</Title>
          <Text c="dimmed">{t('projects.count', { count: total })}</Text>
        </Group>
        <Group gap="sm">
          <TextInput
            type="search"
            aria-label={t('projects.search')}
            placeholder={t('projects.search')}
            leftSection={<IconSearch size={16} />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            w={240}
          />
          <CreateProjectButton />
        </Group>
      </Group>
      {projects.length === 0 ? (
        <Center mih={240}>
          <Text c="dimmed" role="status">
            {t('projects.none_found', { text: title })}
          </Text>
        </Center>
      ) : (
        <div className="lw-cards">
          {projects.map((project) => (
            <ProjectCard key={project.id} project={project} />
          ))}
        </div>
      )}
      {list.hasNextPage && (
        <Stack align="center" mt="xl">
          <Button variant="default" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
            {t('projects.more')}
          </Button>
        </Stack>
      )}
      {list.isFetching && !list.isFetchingNextPage && search.trim() !== title && <Loader />}
    </div>
  )
}

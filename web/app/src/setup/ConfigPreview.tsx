import { type JsonObject, sampleTask } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Alert, Badge, Center, Group, Loader, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useRef } from 'react'
import { ErrorBoundary } from '../kit/ErrorBoundary.tsx'
import { nameFields } from './sample.ts'
import classes from './setup.module.css'

const EditorPreview = lazy(() => import('../labeling/EditorPreview.tsx'))

interface ConfigPreviewProps {
  project: number
  config: string
  /** It has errors: what was shown last stays. */
  broken: boolean
  /** The person's own first record; without one the server makes something up. */
  sample: JsonObject | undefined
}

export function ConfigPreview({ project, config, broken, sample }: ConfigPreviewProps) {
  const [quiet] = useDebouncedValue(config, 350)
  const sound = useRef('')
  if (!broken && quiet === config) sound.current = quiet
  const settled = sound.current
  const invented = useQuery({
    queryKey: ['sample-task', project, settled],
    queryFn: async () => (await sampleTask(project, settled)).sample_task,
    enabled: sample === undefined && settled !== '',
    placeholderData: (before) => before,
  })
  const data = useMemo(() => (sample ? nameFields(sample, settled) : invented.data), [sample, settled, invented.data])
  return (
    <section className={classes.preview} aria-label={t('setup.preview')}>
      <Group justify="space-between" px="md" py="xs" className={classes.previewHead}>
        <Text size="sm" fw={600}>
          {t('setup.preview')}
        </Text>
        <Badge color={sample ? 'teal' : 'gray'}>{sample ? t('setup.own_data') : t('setup.sample_data')}</Badge>
      </Group>
      <div className={classes.previewBody}>
        {data && settled !== '' ? (
          <ErrorBoundary key={settled} fallback={(error) => <Alert color="red">{error.message}</Alert>}>
            <Suspense fallback={<Waiting />}>
              <EditorPreview config={settled} data={data} />
            </Suspense>
          </ErrorBoundary>
        ) : invented.isError || broken ? (
          <Alert color="gray" m="md">
            {t('setup.no_preview')}
          </Alert>
        ) : (
          <Waiting />
        )}
      </div>
    </section>
  )
}

const Waiting = () => (
  <Center h="100%" mih={200}>
    <Loader role="status" aria-label={t('common.loading')} />
  </Center>
)

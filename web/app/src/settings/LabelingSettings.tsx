import { ApiError, listColumns, listTasks, type Project, validateProjectConfig } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Alert, Button, Group, Stack } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { messageOf } from '../kit/message.ts'
import { toast } from '../kit/toast.tsx'
import { useUpdateProject } from '../projects/queries.ts'
import { LabelingSetup } from '../setup/LabelingSetup.tsx'
import { OrphansDialog } from './OrphansDialog.tsx'
import { type Orphans, orphansIn } from './orphans.ts'

export function LabelingSettings({ project }: { project: Project }) {
  const client = useQueryClient()
  const [config, setConfig] = useState(project.label_config)
  const update = useUpdateProject(project.id)
  const first = useQuery({
    queryKey: ['first-task', project.id],
    queryFn: async () => (await listTasks(project.id, { page: 1, page_size: 1, query: {} })).tasks[0] ?? null,
  })
  const columns = useQuery({ queryKey: ['columns', project.id], queryFn: () => listColumns(project.id) })
  const fields = (columns.data?.columns ?? []).filter((column) => column.parent === 'data').map((column) => column.id)
  const inData = fields.filter((field) => first.data && field in first.data.data)

  const [orphans, setOrphans] = useState<Orphans>()
  const save = useMutation({
    mutationFn: async ({ anyway }: { anyway: boolean }) => {
      // Stricter than saving: labels in use that would disappear are named here, with their counts.
      const lost = anyway ? undefined : await orphansOf(project.id, config)
      if (!lost) await update.mutateAsync({ label_config: config })
      return lost
    },
    onSuccess: async (lost) => {
      setOrphans(lost)
      if (lost) return
      toast(t('settings.saved'))
      await client.invalidateQueries({ queryKey: ['columns', project.id] })
    },
  })

  const changed = config !== project.label_config
  if (first.isPending) return null
  return (
    <Stack>
      {save.isError && (
        <Alert color="red" role="alert" style={{ whiteSpace: 'pre-wrap' }}>
          {messageOf(save.error)}
        </Alert>
      )}
      <LabelingSetup
        project={project.id}
        config={config}
        onChange={setConfig}
        columns={inData}
        sample={first.data?.data}
      />
      <Group>
        <Button onClick={() => save.mutate({ anyway: false })} loading={save.isPending} disabled={!changed}>
          {t('common.save')}
        </Button>
        <Button variant="default" onClick={() => setConfig(project.label_config)} disabled={!changed}>
          {t('config.revert')}
        </Button>
      </Group>
      <OrphansDialog
        orphans={orphans}
        onKeep={() => setOrphans(undefined)}
        onSave={() => {
          setOrphans(undefined)
          save.mutate({ anyway: true })
        }}
      />
    </Stack>
  )
}

/** What annotations need and this config no longer has. Any other objection is thrown as it came. */
async function orphansOf(project: number, config: string): Promise<Orphans | undefined> {
  try {
    await validateProjectConfig(project, config)
    return undefined
  } catch (error) {
    const lost = error instanceof ApiError ? orphansIn(Object.values(error.fields).flat()) : undefined
    if (!lost) throw error
    return lost
  }
}

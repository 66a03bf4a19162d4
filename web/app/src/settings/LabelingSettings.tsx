import { listColumns, listTasks, type Project, validateProjectConfig } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Alert, Button, Group, Stack } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { messageOf } from '../kit/message.ts'
import { toast } from '../kit/toast.tsx'
import { useUpdateProject } from '../projects/queries.ts'
import { LabelingSetup } from '../setup/LabelingSetup.tsx'

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

  const save = useMutation({
    mutationFn: async () => {
      // Stricter than saving: labels in use that would disappear are refused here, with their counts.
      await validateProjectConfig(project.id, config)
      await update.mutateAsync({ label_config: config })
    },
    onSuccess: async () => {
      toast(t('settings.saved'))
      await client.invalidateQueries({ queryKey: ['columns', project.id] })
    },
  })

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
        <Button onClick={() => save.mutate()} loading={save.isPending} disabled={config === project.label_config}>
          {t('common.save')}
        </Button>
      </Group>
    </Stack>
  )
}

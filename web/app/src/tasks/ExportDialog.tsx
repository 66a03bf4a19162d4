import { exportAddress, listExportFormats, type Project, startExport } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Badge, Button, Group, Radio, Skeleton, Stack, Switch, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { MANY_TO_EXPORT } from '../jobs/many.ts'
import { watch } from '../jobs/watched.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { FailureNote } from '../kit/Failure.tsx'
import { toast, toastError } from '../kit/toast.tsx'
import classes from './tasks.module.css'

interface ExportDialogProps {
  project: Project
  opened: boolean
  onClose: () => void
}

export function ExportDialog({ project, opened, onClose }: ExportDialogProps) {
  const [format, setFormat] = useState('JSON')
  const [everything, setEverything] = useState(false)
  const formats = useQuery({
    queryKey: ['export-formats', project.id, project.label_config],
    queryFn: () => listExportFormats(project.id),
    enabled: opened,
  })

  const many = (everything ? project.task_number : project.num_tasks_with_annotations) ?? 0
  const begin = useMutation({
    mutationFn: () => startExport(project.id, format, everything),
    onError: toastError,
    onSuccess: (job) => {
      watch(job)
      onClose()
    },
  })

  const start = () => {
    if (many >= MANY_TO_EXPORT) {
      begin.mutate()
      return
    }
    // A link, so that the browser streams to disk and shows its own progress.
    const link = document.createElement('a')
    link.href = exportAddress(project.id, format, everything)
    link.download = ''
    link.click()
    toast(t('tasks.export_started'))
    onClose()
  }

  return (
    <Dialog opened={opened} onClose={onClose} title={t('tasks.export_title')} size="lg">
      <Stack>
        {formats.isError && <FailureNote error={formats.error} retry={() => void formats.refetch()} />}
        {formats.isPending && <Skeleton height={220} />}
        {formats.data && (
          <Radio.Group value={format} onChange={setFormat} aria-label={t('tasks.export_format')}>
            <Stack gap="xs" mah="50vh" style={{ overflow: 'auto' }}>
              {formats.data
                .filter((one) => !one.disabled)
                .map((one) => (
                  <Radio.Card key={one.name} value={one.name} className={classes.format} aria-label={one.title}>
                    <Radio.Indicator />
                    <div>
                      <Group gap="xs">
                        <Text fw={600} size="sm">
                          {one.title}
                        </Text>
                        {one.tags?.map((tag) => (
                          <Badge key={tag} size="xs" color="gray">
                            {tag}
                          </Badge>
                        ))}
                      </Group>
                      <Text size="sm" c="dimmed">
                        {one.description}
                      </Text>
                    </div>
                  </Radio.Card>
                ))}
            </Stack>
          </Radio.Group>
        )}
        <Switch
          label={t('tasks.export_all')}
          description={t('tasks.export_all_hint')}
          checked={everything}
          onChange={(event) => setEverything(event.currentTarget.checked)}
        />
        {many >= MANY_TO_EXPORT && <Text size="sm">{t('jobs.export_wait')}</Text>}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button onClick={start} disabled={!formats.data} loading={begin.isPending}>
            {t('tasks.export')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

import { deleteModelVersion, listModelVersions, type ModelVersion, type Project } from '@labelwright/api'
import { locale, t } from '@labelwright/i18n'
import { Button, Group, Radio, Skeleton, Stack, Table, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Dialog } from '../kit/Dialog.tsx'
import { Failure } from '../kit/Failure.tsx'
import { toast, toastError } from '../kit/toast.tsx'
import { projectQuery, useUpdateProject } from '../projects/queries.ts'
import { tasksKey } from '../tasks/key.ts'

/** What models said: how much there is of each version, and which one annotators see. */
export function PredictionSettings({ project }: { project: Project }) {
  const [deleting, setDeleting] = useState<ModelVersion>()
  const versions = useQuery({
    queryKey: ['model-versions', project.id],
    queryFn: () => listModelVersions(project.id),
  })
  const update = useUpdateProject(project.id)
  const show = (model_version: string) =>
    update.mutate({ model_version }, { onSuccess: () => toast(t('settings.saved')), onError: toastError })
  // The choice shows at once, before the server has stored it.
  const chosen = (update.isPending ? update.variables.model_version : project.model_version) ?? ''
  if (versions.isLoadingError) return <Failure error={versions.error} retry={() => void versions.refetch()} />
  if (versions.isPending) return <Skeleton height={120} />
  const found = versions.data.static
  if (found.length === 0) return <Text c="dimmed">{t('settings.predictions_empty')}</Text>
  return (
    <Stack>
      <Text c="dimmed">{t('settings.predictions_shown_hint')}</Text>
      <Table verticalSpacing="sm" aria-label={t('settings.predictions')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('settings.predictions_version')}</Table.Th>
            <Table.Th>{t('settings.predictions_shown')}</Table.Th>
            <Table.Th>{t('settings.predictions')}</Table.Th>
            <Table.Th>{t('settings.predictions_latest')}</Table.Th>
            <Table.Th aria-label={t('settings.predictions_delete')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {found.map((version) => (
            <VersionRow
              key={version.model_version}
              version={version}
              shown={chosen === version.model_version}
              onShow={() => show(version.model_version)}
              onDelete={() => setDeleting(version)}
            />
          ))}
        </Table.Tbody>
      </Table>
      <DeleteVersion project={project} version={deleting} onClose={() => setDeleting(undefined)} />
    </Stack>
  )
}

interface VersionRowProps {
  version: ModelVersion
  shown: boolean
  onShow: () => void
  onDelete: () => void
}

function VersionRow({ version, shown, onShow, onDelete }: VersionRowProps) {
  const at = new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' })
  const name = nameOf(version)
  return (
    <Table.Tr>
      <Table.Td fw={600} style={{ overflowWrap: 'anywhere' }}>
        {name}
      </Table.Td>
      <Table.Td>
        <Radio
          name="shown-version"
          aria-label={`${t('settings.predictions_shown')}: ${name}`}
          checked={shown}
          onChange={onShow}
        />
      </Table.Td>
      <Table.Td>{version.count}</Table.Td>
      <Table.Td>{at.format(new Date(version.latest))}</Table.Td>
      <Table.Td ta="right">
        <Button
          color="red"
          variant="light"
          size="xs"
          aria-label={t('settings.predictions_delete_named', { version: name })}
          onClick={onDelete}
        >
          {t('settings.predictions_delete')}
        </Button>
      </Table.Td>
    </Table.Tr>
  )
}

interface DeleteVersionProps {
  project: Project
  version: ModelVersion | undefined
  onClose: () => void
}

function DeleteVersion({ project, version, onClose }: DeleteVersionProps) {
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: (name: string) => deleteModelVersion(project.id, name),
    onError: toastError,
    onSuccess: async ({ deleted_predictions: count }) => {
      toast(t('settings.predictions_deleted', { count }))
      onClose()
      const changed = [['model-versions', project.id], projectQuery(project.id).queryKey, tasksKey(project.id)]
      for (const queryKey of changed) await client.invalidateQueries({ queryKey })
    },
  })
  return (
    <Dialog opened={version !== undefined} onClose={onClose} title={t('settings.predictions_delete_title')}>
      {version && (
        <Stack>
          <Text>{t('settings.predictions_delete_hint', { count: version.count, version: nameOf(version) })}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button color="red" loading={remove.isPending} onClick={() => remove.mutate(version.model_version)}>
              {t('settings.predictions_delete')}
            </Button>
          </Group>
        </Stack>
      )}
    </Dialog>
  )
}

const nameOf = (version: ModelVersion): string => version.model_version || t('settings.predictions_unnamed')

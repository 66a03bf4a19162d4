import { t } from '@labelwright/i18n'
import { ActionIcon, Alert, Badge, Button, Group, Progress, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { formatBytes } from '../kit/bytes.ts'
import classes from './setup.module.css'
import type { Upload } from './uploads.ts'
import type { Uploads } from './useUploads.ts'

const SHOWN = 8

/** What was given so far: progress while it is sent, what was found in it, or why it was refused. */
export function UploadList({ uploads }: { uploads: Uploads }) {
  const [all, setAll] = useState(false)
  const { list } = uploads
  const sending = list.filter((upload) => upload.status === 'waiting' || upload.status === 'sending')
  const failed = list.filter((upload) => upload.status === 'failed')
  // What needs a look stands first.
  const sorted = [...failed, ...list.filter((upload) => upload.status !== 'failed')]
  const shown = all ? sorted : sorted.slice(0, SHOWN)
  const total = list.reduce((sum, upload) => sum + upload.size, 0)
  const sent = list.reduce((sum, upload) => sum + (upload.status === 'done' ? upload.size : upload.sent), 0)
  const found = list.reduce((sum, upload) => sum + (upload.answer?.task_count ?? 0), 0)
  const columns = [...new Set(list.flatMap((upload) => upload.answer?.data_columns ?? []))].filter(
    (c) => c !== '$undefined$',
  )

  return (
    <section aria-label={t('setup.uploads')}>
      {sending.length > 0 && (
        <Progress
          value={total === 0 ? 100 : (100 * sent) / total}
          animated
          mb="sm"
          aria-label={t('setup.upload_progress')}
        />
      )}
      <Group justify="space-between" mb="xs">
        <Text size="sm" fw={600} role="status">
          {sending.length > 0
            ? t('setup.sending', { count: sending.length, sent: formatBytes(sent), total: formatBytes(total) })
            : t('setup.found', { count: found })}
        </Text>
        {columns.length > 0 && (
          <Group gap={6}>
            <Text size="sm" c="dimmed">
              {t('setup.columns')}
            </Text>
            {columns.slice(0, 12).map((column) => (
              <Badge key={column} color="gray" ff="monospace">
                {column}
              </Badge>
            ))}
          </Group>
        )}
      </Group>
      <ul className={classes.uploads}>
        {shown.map((upload) => (
          <UploadRow key={upload.key} upload={upload} onRemove={() => void uploads.remove(upload)} />
        ))}
      </ul>
      {sorted.length > SHOWN && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setAll(!all)}>
          {all ? t('setup.show_fewer') : t('setup.show_all', { count: sorted.length })}
        </Button>
      )}
    </section>
  )
}

function UploadRow({ upload, onRemove }: { upload: Upload; onRemove: () => void }) {
  const { answer, status } = upload
  return (
    <li className={classes.upload}>
      {status === 'done' && <IconCheck size={18} color="var(--mantine-color-teal-6)" aria-hidden />}
      {status === 'failed' && <IconAlertTriangle size={18} color="var(--mantine-color-error)" aria-hidden />}
      {status === 'failed' ? (
        <Alert color="red" p="xs" role="alert" className={classes.uploadName} title={upload.name}>
          <span className={classes.reason}>{upload.error}</span>
        </Alert>
      ) : (
        <Text size="sm" fw={550} truncate title={upload.name} className={classes.uploadName}>
          {upload.name}
        </Text>
      )}
      <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
        {status === 'waiting' && t('setup.waiting')}
        {status === 'sending' && `${Math.round((100 * upload.sent) / Math.max(upload.size, 1))} %`}
        {answer?.task_count !== undefined && t('setup.rows', { count: answer.task_count })}
      </Text>
      {upload.size > 0 && (
        <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          {formatBytes(upload.size)}
        </Text>
      )}
      <ActionIcon
        aria-label={t('setup.remove', { name: upload.name })}
        onClick={onRemove}
        disabled={status === 'sending'}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </li>
  )
}

import { getTask } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Group, Loader, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { CopyButton } from '../kit/CopyButton.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { FailureNote } from '../kit/Failure.tsx'
import classes from './tasks.module.css'

/** What the browser lays out without a pause; all of it is in what is copied. */
const SHOWN = 300_000

/** A task as the API gives it. */
export function TaskJson({ task, onClose }: { task: number; onClose: () => void }) {
  const found = useQuery({ queryKey: ['task', task, 'json'], queryFn: () => getTask(task), gcTime: 0 })
  const text = found.data && JSON.stringify(found.data, null, 2)
  return (
    <Dialog opened onClose={onClose} size="xl" title={t('data.json_of', { id: String(task) })}>
      {found.isPending && <Loader role="status" aria-label={t('common.loading')} />}
      {found.isError && <FailureNote error={found.error} retry={() => void found.refetch()} />}
      {text !== undefined && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys as well */}
          <pre className={classes.json} tabIndex={0}>
            {text.slice(0, SHOWN)}
          </pre>
          <Group justify="space-between" mt="sm">
            <Text size="sm" c="dimmed">
              {text.length > SHOWN ? t('data.json_cut') : ''}
            </Text>
            <CopyButton value={text} />
          </Group>
        </>
      )}
    </Dialog>
  )
}

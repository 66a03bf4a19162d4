import { t } from '@labelwright/i18n'
import { Alert, Radio, Stack, Tabs } from '@mantine/core'
import { IconClipboardText, IconFileUpload, IconLink } from '@tabler/icons-react'
import { DropZone } from './DropZone.tsx'
import { PasteData } from './PasteData.tsx'
import { UploadList } from './UploadList.tsx'
import { UrlData } from './UrlData.tsx'
import { TABULAR } from './uploads.ts'
import type { Uploads } from './useUploads.ts'

interface DataStepProps {
  uploads: Uploads
  /** A table is a list of tasks, or one series that is labelled as a whole. */
  asTasks: boolean
  onAsTasks: (asTasks: boolean) => void
}

export function DataStep({ uploads, asTasks, onAsTasks }: DataStepProps) {
  const tables = uploads.list.filter((upload) => upload.status === 'done' && TABULAR.test(upload.name))
  return (
    <Stack gap="lg">
      <Tabs defaultValue="files" variant="outline" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="files" leftSection={<IconFileUpload size={16} />}>
            {t('setup.files')}
          </Tabs.Tab>
          <Tabs.Tab value="paste" leftSection={<IconClipboardText size={16} />}>
            {t('setup.paste')}
          </Tabs.Tab>
          <Tabs.Tab value="url" leftSection={<IconLink size={16} />}>
            {t('setup.url')}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="files" pt="md">
          <DropZone onFiles={(files) => void uploads.addFiles(files)} />
        </Tabs.Panel>
        <Tabs.Panel value="paste" pt="md">
          <PasteData onFile={(file) => void uploads.addFiles([file])} />
        </Tabs.Panel>
        <Tabs.Panel value="url" pt="md">
          <UrlData onUrl={(url) => void uploads.addAddress(url)} />
        </Tabs.Panel>
      </Tabs>
      {uploads.list.length > 0 && <UploadList uploads={uploads} />}
      {tables.length > 0 && (
        <Radio.Group
          label={t('setup.treat_tables')}
          value={asTasks ? 'tasks' : 'series'}
          onChange={(value) => onAsTasks(value === 'tasks')}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="tasks" label={t('setup.as_tasks')} description={t('setup.as_tasks_hint')} />
            <Radio value="series" label={t('setup.as_series')} description={t('setup.as_series_hint')} />
          </Stack>
        </Radio.Group>
      )}
      {uploads.list.length === 0 && <Alert color="gray">{t('setup.data_later')}</Alert>}
    </Stack>
  )
}

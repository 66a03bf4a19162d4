import type { Project, Sampling } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Button, ColorInput, Divider, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { DuplicateProject } from '../projects/DuplicateProject.tsx'
import { SaveBar } from './SaveBar.tsx'
import { useProjectForm } from './useForm.ts'

const COLORS = ['#FFFFFF', '#0B6A62', '#F2A93B', '#4C9BE8', '#E86A8A', '#7C6AE8', '#6BA84F', '#8B94A3']

export function GeneralSettings({ project }: { project: Project }) {
  const [duplicating, setDuplicating] = useState(false)
  return (
    <Stack gap="xl">
      <GeneralForm project={project} />
      <Divider />
      <div>
        <Button variant="default" leftSection={<IconCopy size={16} />} onClick={() => setDuplicating(true)}>
          {t('settings.duplicate')}
        </Button>
        <Text size="sm" c="dimmed" mt="xs">
          {t('settings.duplicate_hint')}
        </Text>
      </div>
      <DuplicateProject project={project} opened={duplicating} onClose={() => setDuplicating(false)} />
    </Stack>
  )
}

function GeneralForm({ project }: { project: Project }) {
  const form = useProjectForm(project, ['title', 'description', 'color', 'sampling'])
  const { values, set } = form
  return (
    <form onSubmit={form.save}>
      <Stack gap="lg">
        <TextInput
          label={t('setup.project_name')}
          value={values.title}
          maxLength={50}
          onChange={(event) => set('title', event.currentTarget.value)}
        />
        <Textarea
          label={t('setup.description')}
          autosize
          minRows={3}
          value={values.description}
          onChange={(event) => set('description', event.currentTarget.value)}
        />
        <ColorInput
          label={t('settings.color')}
          format="hex"
          swatches={COLORS}
          closeOnColorSwatchClick
          eyeDropperButtonProps={{ 'aria-label': t('settings.pick_color') }}
          maw={260}
          value={values.color}
          onChange={(color) => set('color', color.toUpperCase())}
        />
        <Radio.Group
          label={t('settings.sampling')}
          value={values.sampling}
          onChange={(value) => set('sampling', value as Sampling)}
        >
          <Stack gap="xs" mt="xs">
            <Radio
              value="Sequential sampling"
              label={t('settings.sequential')}
              description={t('settings.sequential_hint')}
            />
            <Radio value="Uniform sampling" label={t('settings.uniform')} description={t('settings.uniform_hint')} />
            <Radio
              value="Uncertainty sampling"
              label={t('settings.uncertainty')}
              description={t('settings.uncertainty_hint')}
            />
          </Stack>
        </Radio.Group>
        <SaveBar {...form} />
      </Stack>
    </form>
  )
}

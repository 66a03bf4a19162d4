import type { Project, SkipQueue } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { NumberInput, Radio, Stack, Switch } from '@mantine/core'
import { SaveBar } from './SaveBar.tsx'
import { useProjectForm } from './useForm.ts'

export function AnnotationSettings({ project }: { project: Project }) {
  const form = useProjectForm(project, [
    'maximum_annotations',
    'overlap_cohort_percentage',
    'show_skip_button',
    'enable_empty_annotation',
    'show_collab_predictions',
    'skip_queue',
  ])
  const { values, set } = form
  return (
    <form onSubmit={form.save}>
      <Stack gap="lg">
        <NumberInput
          label={t('settings.overlap')}
          description={t('settings.overlap_hint')}
          min={1}
          max={100}
          allowDecimal={false}
          maw={320}
          value={values.maximum_annotations}
          onChange={(value) => typeof value === 'number' && set('maximum_annotations', value)}
        />
        <NumberInput
          label={t('settings.overlap_share')}
          description={t('settings.overlap_share_hint')}
          min={0}
          max={100}
          suffix=" %"
          maw={320}
          disabled={values.maximum_annotations < 2}
          value={values.overlap_cohort_percentage}
          onChange={(value) => typeof value === 'number' && set('overlap_cohort_percentage', value)}
        />
        <Switch
          label={t('settings.show_skip')}
          checked={values.show_skip_button}
          onChange={(event) => set('show_skip_button', event.currentTarget.checked)}
        />
        <Radio.Group
          label={t('settings.skip_queue')}
          value={values.skip_queue}
          onChange={(value) => set('skip_queue', value as SkipQueue)}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="REQUEUE_FOR_OTHERS" label={t('settings.skip_others')} />
            <Radio value="REQUEUE_FOR_ME" label={t('settings.skip_me')} />
            <Radio value="IGNORE_SKIPPED" label={t('settings.skip_ignore')} />
          </Stack>
        </Radio.Group>
        <Switch
          label={t('settings.allow_empty')}
          description={t('settings.allow_empty_hint')}
          checked={values.enable_empty_annotation}
          onChange={(event) => set('enable_empty_annotation', event.currentTarget.checked)}
        />
        <Switch
          label={t('settings.show_predictions')}
          description={t('settings.show_predictions_hint')}
          checked={values.show_collab_predictions}
          onChange={(event) => set('show_collab_predictions', event.currentTarget.checked)}
        />
        <SaveBar {...form} />
      </Stack>
    </form>
  )
}

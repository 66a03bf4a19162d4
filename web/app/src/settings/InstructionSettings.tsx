import type { Project } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Stack, Switch, Textarea } from '@mantine/core'
import { SaveBar } from './SaveBar.tsx'
import { useProjectForm } from './useForm.ts'

export function InstructionSettings({ project }: { project: Project }) {
  const form = useProjectForm(project, ['expert_instruction', 'show_instruction'])
  const { values, set } = form
  return (
    <form onSubmit={form.save}>
      <Stack gap="lg">
        <Textarea
          label={t('settings.instruction_text')}
          description={t('settings.instruction_hint')}
          autosize
          minRows={10}
          maxRows={24}
          value={values.expert_instruction}
          onChange={(event) => set('expert_instruction', event.currentTarget.value)}
        />
        <Switch
          label={t('settings.show_instruction')}
          checked={values.show_instruction}
          onChange={(event) => set('show_instruction', event.currentTarget.checked)}
        />
        <SaveBar {...form} />
      </Stack>
    </form>
  )
}

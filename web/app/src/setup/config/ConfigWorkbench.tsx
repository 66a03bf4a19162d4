import type { JsonObject } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Button, Group, Loader, Stack, Text } from '@mantine/core'
import { IconLayoutGrid } from '@tabler/icons-react'
import { ConfigPreview } from '../ConfigPreview.tsx'
import classes from '../setup.module.css'
import { ConfigPane } from './ConfigPane.tsx'
import { type Problem, useProblems } from './problems.ts'

interface ConfigWorkbenchProps {
  project: number
  config: string
  onChange: (config: string) => void
  onBrowse: () => void
  columns: readonly string[]
  sample: JsonObject | undefined
}

/** A config and how it looks with the project's data, side by side. */
export default function ConfigWorkbench(props: ConfigWorkbenchProps) {
  const { project, config, onChange, onBrowse, columns, sample } = props
  const { problems, checking } = useProblems(config, columns)
  const broken = problems.some((problem) => problem.severity === 'error')
  return (
    <Stack gap="sm" className={classes.setup}>
      <Group justify="space-between">
        <Button variant="default" leftSection={<IconLayoutGrid size={16} />} onClick={onBrowse}>
          {t('setup.browse_templates')}
        </Button>
        <ProblemCount problems={problems} checking={checking} />
      </Group>
      <div className={classes.split}>
        <ConfigPane config={config} onChange={onChange} problems={problems} columns={columns} />
        <ConfigPreview project={project} config={config} broken={broken} sample={sample} />
      </div>
    </Stack>
  )
}

function ProblemCount({ problems, checking }: { problems: readonly Problem[]; checking: boolean }) {
  const errors = problems.filter((problem) => problem.severity === 'error').length
  return (
    <Group gap="xs" role="status">
      {checking && <Loader size="xs" aria-hidden />}
      <Text size="sm" c={errors > 0 ? 'var(--mantine-color-error)' : 'dimmed'}>
        {errors > 0 ? t('setup.problems', { count: errors }) : t('setup.no_problems')}
      </Text>
    </Group>
  )
}

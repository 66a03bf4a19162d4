import type { JsonObject } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core'
import { IconLayoutGrid } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { ConfigPreview } from './ConfigPreview.tsx'
import { type Problem, useProblems } from './problems.ts'
import classes from './setup.module.css'
import { TemplateGallery } from './TemplateGallery.tsx'

const ConfigEditor = lazy(() => import('./ConfigEditor.tsx'))

interface LabelingSetupProps {
  project: number
  config: string
  onChange: (config: string) => void
  columns: readonly string[]
  sample: JsonObject | undefined
}

export const isEmptyConfig = (config: string): boolean => /^\s*(<View>\s*<\/View>|<View\s*\/>)?\s*$/.test(config)

/** Choose a template, change its XML, see it with one's own data. */
export function LabelingSetup({ project, config, onChange, columns, sample }: LabelingSetupProps) {
  const [browsing, setBrowsing] = useState(isEmptyConfig(config))
  const { problems, checking } = useProblems(config, columns)

  const broken = problems.some((problem) => problem.severity === 'error')

  const choose = (next: string) => {
    onChange(next)
    setBrowsing(false)
  }
  if (browsing) return <TemplateGallery onChoose={choose} />
  return (
    <Stack gap="sm" className={classes.setup}>
      <Group justify="space-between">
        <Button variant="default" leftSection={<IconLayoutGrid size={16} />} onClick={() => setBrowsing(true)}>
          {t('setup.browse_templates')}
        </Button>
        <ProblemCount problems={problems} checking={checking} />
      </Group>
      <div className={classes.split}>
        <Stack gap="sm" mih={0}>
          <div className={classes.code}>
            <Suspense fallback={<Loader m="md" aria-label={t('common.loading')} />}>
              <ConfigEditor value={config} onChange={onChange} problems={problems} />
            </Suspense>
          </div>
          <ProblemList problems={problems} />
        </Stack>
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

function ProblemList({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null
  return (
    <Stack gap={6} mah={200} style={{ overflow: 'auto' }}>
      {problems.map((problem) => (
        <Alert
          key={`${problem.line}:${problem.message}`}
          p="xs"
          color={problem.severity === 'error' ? 'red' : 'yellow'}
          variant="light"
        >
          <Text size="sm">
            {problem.line !== undefined && (
              <strong>
                {t('setup.at_line', { line: String(problem.line), column: String(problem.column ?? 1) })}{' '}
              </strong>
            )}
            {problem.message}
          </Text>
        </Alert>
      ))}
    </Stack>
  )
}

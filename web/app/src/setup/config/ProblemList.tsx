import { t } from '@labelwright/i18n'
import { Button, Group } from '@mantine/core'
import classes from './config.module.css'
import { type Fix, fixesFor } from './fixes.ts'
import type { Problem } from './problems.ts'

interface ProblemListProps {
  config: string
  problems: readonly Problem[]
  columns: readonly string[]
  onGo: (problem: Problem) => void
  onFix: (fix: Fix) => void
}

/** Every problem with its place, which the cursor goes to, and what repairs it. */
export function ProblemList({ config, problems, columns, onGo, onFix }: ProblemListProps) {
  if (problems.length === 0) return null
  return (
    <ul className={classes.problems}>
      {problems.map((problem) => (
        <li key={`${problem.at?.from}:${problem.message}`} className={classes.problem} data-severity={problem.severity}>
          {problem.line !== undefined && (
            <button type="button" className={classes.place} title={t('config.go_to')} onClick={() => onGo(problem)}>
              {t('setup.at_line', { line: String(problem.line), column: String(problem.column ?? 1) })}
            </button>
          )}{' '}
          {problem.message}
          <Fixes fixes={fixesFor(config, problem, columns)} onFix={onFix} />
        </li>
      ))}
    </ul>
  )
}

function Fixes({ fixes, onFix }: { fixes: readonly Fix[]; onFix: (fix: Fix) => void }) {
  if (fixes.length === 0) return null
  return (
    <Group gap={6} mt={4}>
      {fixes.slice(0, 3).map((fix) => (
        <Button key={fix.title} size="compact-xs" variant="default" onClick={() => onFix(fix)}>
          {fix.title}
        </Button>
      ))}
    </Group>
  )
}

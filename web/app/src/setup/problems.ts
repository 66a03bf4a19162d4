import { ApiError, validateConfig } from '@labelwright/api'
import { check } from '@labelwright/editor/config'
import { t } from '@labelwright/i18n'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

const NONE: readonly Problem[] = []

export interface Problem {
  severity: 'error' | 'warning'
  message: string
  /** Counted from 1; unknown for problems of the config as a whole. */
  line?: number
  column?: number
}

/** What is wrong with a config: at once what this page can tell, then what only the server knows. */
export function useProblems(config: string, columns: readonly string[]) {
  const own = useMemo(() => check(config), [config])
  const broken = own.some((one) => one.severity === 'error')
  const [settled] = useDebouncedValue(config, 300)
  const server = useServerProblems(settled, !broken && settled === config)
  const problems = useMemo(
    (): Problem[] => [...own, ...(broken ? [] : server.problems), ...missingFields(config, columns)],
    [own, broken, server.problems, config, columns],
  )
  return { problems, checking: server.checking }
}

/** Asked again when the config has changed. */
function useServerProblems(config: string, worthAsking: boolean): { problems: readonly Problem[]; checking: boolean } {
  const answer = useQuery({
    queryKey: ['config-check', config],
    queryFn: ({ signal }) => serverProblems(config, signal),
    enabled: worthAsking && config.trim() !== '',
  })
  return { problems: answer.data ?? NONE, checking: answer.isFetching }
}

async function serverProblems(config: string, signal: AbortSignal): Promise<Problem[]> {
  try {
    await validateConfig(config, signal)
    return []
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return (error.fields.label_config ?? [error.message]).map(fromMessage)
  }
}

/** Problems come as text; ours name the place as `line 3, column 5`. */
export function fromMessage(message: string): Problem {
  const place = /\bline (\d+)(?:,? col(?:umn)? (\d+))?/i.exec(message)
  return {
    severity: 'error',
    message,
    ...(place?.[1] && { line: Number(place[1]) }),
    ...(place?.[2] && { column: Number(place[2]) }),
  }
}

/** Fields that the config reads and the data has not. */
export function missingFields(config: string, columns: readonly string[]): Problem[] {
  if (columns.length === 0 || columns.includes('$undefined$')) return []
  const problems: Problem[] = []
  for (const [index, line] of config
    .replace(/<!--[\s\S]*?-->/g, (c) => c.replace(/[^\n]/g, ' '))
    .split('\n')
    .entries()) {
    for (const match of line.matchAll(/"\$([\w.-]+)"/g)) {
      const field = match[1] ?? ''
      if (columns.includes(field.split('.')[0] ?? field)) continue
      const message = t('setup.field_missing', { field, columns: columns.join(', ') })
      problems.push({ severity: 'warning', message, line: index + 1, column: match.index + 1 })
    }
  }
  return problems
}

import { ApiError, validateConfig } from '@labelwright/api'
import { check, fieldsIn } from '@labelwright/editor/config'
import { t } from '@labelwright/i18n'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { keyProblems } from './keyProblems.ts'
import { offsetOf, placeOf, type Range, readSource, type SourceElement } from './source.ts'

const NONE: readonly Problem[] = []

export interface Problem {
  severity: 'error' | 'warning' | 'info'
  /** What kind it is, as the checker names it; empty where only the server knows. */
  code: string
  message: string
  /** What was probably meant. */
  suggestion?: string | undefined
  /** What to underline; unknown for problems of the config as a whole. */
  at?: Range
  /** Counted from 1. */
  line?: number
  column?: number
}

/** What is wrong with a config: at once what this page can tell, then what only the server knows. */
export function useProblems(config: string, columns: readonly string[]) {
  const own = useMemo(() => ownProblems(config), [config])
  const broken = own.some((one) => one.severity === 'error')
  const [settled] = useDebouncedValue(config, 300)
  const server = useServerProblems(settled, !broken && settled === config)
  const problems = useMemo(
    (): Problem[] => [...own, ...(broken ? [] : server.problems), ...missingFields(config, columns)],
    [own, broken, server.problems, config, columns],
  )
  return { problems, checking: server.checking }
}

/** What the checker and the key map say, each with what to underline. */
export function ownProblems(config: string): Problem[] {
  const elements = readSource(config)
  const checked = check(config).map((problem): Problem => {
    const from = offsetOf(config, problem.line, problem.column)
    return { ...problem, at: underlined(config, elements, from, problem.code) }
  })
  return [...checked, ...(checked.some((one) => one.code === 'xml') ? [] : keyProblems(config, elements))]
}

/** Problems that are about a value and not about the attribute as such. */
const ABOUT_VALUES = [
  'bad-speed',
  'bad-value',
  'duplicate-hotkey',
  'duplicate-name',
  'unknown-name',
  'unknown-target',
  'wrong-target',
]

function underlined(text: string, elements: readonly SourceElement[], from: number, code: string): Range {
  const element = elements.find((one) => one.from <= from && from < one.open.to)
  const attribute = element?.attributes.find((one) => one.from === from)
  if (attribute) return ABOUT_VALUES.includes(code) ? attribute.valueAt : attribute.nameAt
  if (element?.from === from) return { from, to: element.tagAt.to }
  const word = /^(?:<\/?[\w:.-]*|[\w:.-]+|&\w*;?|.)/u.exec(text.slice(from))?.[0] ?? ''
  return { from, to: from + word.length }
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
    return (error.fields.label_config ?? [error.message]).map((message) => fromMessage(message, config))
  }
}

/** Problems come as text; ours name the place as `line 3, column 5`. */
export function fromMessage(message: string, config: string): Problem {
  const place = /\bline (\d+)(?:,? col(?:umn)? (\d+))?/i.exec(message)
  const [line, column] = [Number(place?.[1] ?? 0), Number(place?.[2] ?? 1)]
  if (line === 0) return { severity: 'error', code: '', message }
  const from = offsetOf(config, line, column)
  return { severity: 'error', code: '', message, line, column, at: { from, to: from + 1 } }
}

/** Fields that the config reads and the data has not. */
export function missingFields(config: string, columns: readonly string[]): Problem[] {
  if (columns.length === 0 || columns.includes('$undefined$')) return []
  return readSource(config).flatMap(({ attributes }) =>
    attributes
      .filter(({ value }) => /^\$[\p{L}_]/u.test(value))
      .flatMap(({ value, valueAt }) =>
        fieldsIn(value)
          .filter((field) => !columns.includes(field))
          .map((field): Problem => {
            const message = t('setup.field_missing', { field, columns: columns.join(', ') })
            return {
              severity: 'warning',
              code: 'unknown-field',
              message,
              at: valueAt,
              ...placeOf(config, valueAt.from),
            }
          }),
      ),
  )
}

import { useThrottledValue } from '@mantine/hooks'
import { useMemo } from 'react'

const SETTLES = 80

/**
 * From which row up to which is seen, told every now and then while somebody scrolls: pages that only flit by are not asked for.
 * Both ends change together. With one of before a jump and one of behind it, all the thousands of pages in between would be wanted.
 */
export function useSettledRange(from: number, to: number): readonly [number, number] {
  return useThrottledValue(
    useMemo(() => [from, to] as const, [from, to]),
    SETTLES,
  )
}

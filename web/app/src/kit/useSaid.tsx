import { VisuallyHidden } from '@mantine/core'
import { useCallback, useState } from 'react'

/** What happened, for people who cannot see it: `region` stands in the page all the time, `say` puts words into it. */
export function useSaid() {
  const [words, setWords] = useState('')
  const say = useCallback((next: string) => {
    // The same words once more would be no change.
    setWords('')
    requestAnimationFrame(() => setWords(next))
  }, [])
  return { region: <VisuallyHidden role="status">{words}</VisuallyHidden>, say }
}

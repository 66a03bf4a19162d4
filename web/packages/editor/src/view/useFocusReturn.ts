/** When a dialog closes the focus goes back to where it was; Mantine's own way does not see into shadow trees. */

import { useMantineContext } from '@mantine/core'
import { useEffect } from 'react'
import { homeOf } from '../media/home'

export function useFocusReturn(): void {
  const root = useMantineContext().getRootElement()
  useEffect(() => {
    if (!root) return
    const home = homeOf(root)
    const before = home.activeElement
    return () => {
      const isNowhere = home.activeElement === null || home.activeElement === document.body
      if (isNowhere && before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [root])
}

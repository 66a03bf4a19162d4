import { IconInfoSquare } from '@tabler/icons-react'
import { aboutRegions, content, panel } from './panel'

export const details = panel({
  id: 'details',
  title: 'panels.titleDetails',
  icon: IconInfoSquare,
  home: { edge: 'right', row: 1 },
  when: aboutRegions,
  Content: content(async () => (await import('../details/Details')).Details),
})

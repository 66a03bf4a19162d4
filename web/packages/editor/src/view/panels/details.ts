import { IconInfoSquare } from '@tabler/icons-react'
import { Details } from '../details/Details'
import { aboutRegions, panel } from './panel'

export const details = panel({
  id: 'details',
  title: 'panels.titleDetails',
  icon: IconInfoSquare,
  home: { edge: 'right', row: 1 },
  when: aboutRegions,
  Content: Details,
})

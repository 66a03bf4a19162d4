import { IconListDetails } from '@tabler/icons-react'
import { Outliner } from '../outliner/Outliner'
import { RegionCount } from './counts'
import { aboutRegions, panel } from './panel'

export const regions = panel({
  id: 'regions',
  title: 'panels.titleRegions',
  icon: IconListDetails,
  home: { edge: 'right', row: 0 },
  when: aboutRegions,
  Mark: RegionCount,
  // Seen with every task that has regions: loading it apart would only make it late.
  Content: Outliner,
})

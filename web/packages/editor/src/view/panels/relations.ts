import { IconArrowsExchange } from '@tabler/icons-react'
import { RelationCount } from './counts'
import { aboutRegions, content, panel } from './panel'

export const relations = panel({
  id: 'relations',
  title: 'panels.titleRelations',
  icon: IconArrowsExchange,
  home: { edge: 'right', row: 1 },
  when: aboutRegions,
  Mark: RelationCount,
  Content: content(async () => (await import('../Relations')).Relations),
})

import { IconInfoCircle } from '@tabler/icons-react'
import { content, panel } from './panel'

export const instruction = panel({
  id: 'instruction',
  title: 'panels.titleInstruction',
  icon: IconInfoCircle,
  home: { edge: 'right', row: 1 },
  when: ({ options }) => Boolean(options.get().instruction) && options.get().show?.instruction !== false,
  Content: content(async () => (await import('../InstructionPanel')).InstructionPanel),
})

import { type AreaOffers, areasThat, command } from './command'

const can = (offers: AreaOffers): boolean => offers.kinds.includes('bitmask')

export const toBitmask = command({
  id: 'region:to-bitmask',
  title: 'image.cmdToBitmask',
  group: 'region',
  keys: ['alt+shift+n'],
  when: (editor) => areasThat(editor, can) !== undefined,
  run: (editor) => areasThat(editor, can)?.convert('bitmask'),
})

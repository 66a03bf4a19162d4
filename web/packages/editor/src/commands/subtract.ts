import { type AreaOffers, areasThat, command } from './command'

const can = (offers: AreaOffers): boolean => offers.combine

export const subtract = command({
  id: 'region:subtract',
  title: 'image.cmdSubtract',
  group: 'region',
  keys: ['alt+shift+s'],
  when: (editor) => areasThat(editor, can) !== undefined,
  run: (editor) => areasThat(editor, can)?.combine('subtract'),
})

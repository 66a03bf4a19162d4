import { type AreaOffers, areasThat, command } from './command'

const can = (offers: AreaOffers): boolean => offers.kinds.includes('mask')

export const toMask = command({
  id: 'region:to-mask',
  title: 'image.cmdToMask',
  group: 'region',
  keys: ['alt+shift+b'],
  when: (editor) => areasThat(editor, can) !== undefined,
  run: (editor) => areasThat(editor, can)?.convert('mask'),
})

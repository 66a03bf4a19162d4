import { type AreaOffers, areasThat, command } from './command'

const can = (offers: AreaOffers): boolean => offers.combine

export const intersect = command({
  id: 'region:intersect',
  title: 'image.cmdIntersect',
  group: 'region',
  keys: ['alt+shift+i'],
  when: (editor) => areasThat(editor, can) !== undefined,
  run: (editor) => areasThat(editor, can)?.combine('intersect'),
})

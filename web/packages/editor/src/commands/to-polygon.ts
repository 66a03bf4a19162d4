import { type AreaOffers, areasThat, command } from './command'

const can = (offers: AreaOffers): boolean => offers.kinds.includes('polygon')

export const toPolygon = command({
  id: 'region:to-polygon',
  title: 'image.cmdToPolygon',
  group: 'region',
  keys: ['alt+shift+p'],
  when: (editor) => areasThat(editor, can) !== undefined,
  run: (editor) => areasThat(editor, can)?.convert('polygon'),
})

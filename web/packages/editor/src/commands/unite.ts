import { type AreaOffers, areasThat, command } from './command'

const can = (offers: AreaOffers): boolean => offers.combine

export const unite = command({
  id: 'region:unite',
  title: 'image.cmdUnite',
  group: 'region',
  keys: ['alt+shift+u'],
  when: (editor) => areasThat(editor, can) !== undefined,
  run: (editor) => areasThat(editor, can)?.combine('unite'),
})

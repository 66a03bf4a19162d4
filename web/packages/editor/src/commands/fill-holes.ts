import { type AreaOffers, areasThat, command } from './command'

const can = (offers: AreaOffers): boolean => offers.fillHoles

export const fillHoles = command({
  id: 'region:fill-holes',
  title: 'image.cmdFillHoles',
  group: 'region',
  keys: ['alt+shift+f'],
  when: (editor) => areasThat(editor, can) !== undefined,
  run: (editor) => areasThat(editor, can)?.fillHoles(),
})

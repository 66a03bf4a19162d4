export const image = {
  cmdToolFill: 'Fill an enclosed area',
  cmdToolWand: 'Magic wand',
  newsAimed: '{x} percent across, {y} percent down',
  newsPointSet: 'Point set at {x} percent across, {y} percent down',
  refusedNothingLeft: 'Nothing would be left of the region.',
  refusedOpenArea: 'The selected mask does not enclose this place.',
  refusedUnreadable:
    'The browser may not read the pixels of this image: the server it comes from must allow other sites to (CORS).',
} as const

export const image = {
  newsAimed: '{x} percent across, {y} percent down',
  newsPointSet: 'Point set at {x} percent across, {y} percent down',
} as const

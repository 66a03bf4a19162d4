import type { RegionPair } from '../../model'

/** How regions are coloured while two versions are compared; told apart also without red and green. */
export const COLOURS: Record<RegionPair['status'], string> = {
  onlyA: '#d9480f',
  onlyB: '#1971c2',
  changed: '#9c36b5',
  same: '#868e96',
}

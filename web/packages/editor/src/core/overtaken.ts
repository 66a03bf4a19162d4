import type { WireAnnotation } from './options'

/** What a page's `update` throws when somebody has changed the annotation since this work began. */
export class Overtaken extends Error {
  /** `by`: who changed it, as the wire names people. */
  constructor(
    readonly theirs: WireAnnotation,
    readonly by = '',
  ) {
    super('Somebody has changed the annotation meanwhile')
    this.name = 'Overtaken'
  }
}

/** How far a shape in the making has come. On its own: the first page load needs this much of the tools and no more. */

/** Which way one can step inside the gesture that is going on. */
export interface Steps {
  readonly back: boolean
  readonly forth: boolean
}

export const NO_STEPS: Steps = { back: false, forth: false }

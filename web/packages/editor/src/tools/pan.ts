/** Moves the picture under the hand. */

import { tool } from './tool'

export const pan = tool('pan', 'grab', {
  idle: {
    pointerDown({ memory, go }, input) {
      memory.from = input
      go('panning')
    },
  },
  panning: {
    pointerMove({ stage, memory }, input) {
      const last = memory.from?.screen ?? input.screen
      stage.panBy({ x: input.screen.x - last.x, y: input.screen.y - last.y })
      memory.from = input
    },
    pointerUp({ go }) {
      go('idle')
    },
  },
})

import { describe, expect, it } from 'vitest'
import { aligned, fit, pan, type Quarter, toPicture, toPictureDelta, toScreen, visibleBox, zoomAt } from './viewport'

const picture = { width: 400, height: 200 }
const screen = { width: 824, height: 624 }
const TURNS: readonly Quarter[] = [0, 90, 180, 270]

describe('the viewport', () => {
  it('shows all of the picture when fitted, however it is turned', () => {
    for (const turn of TURNS) {
      const seen = visibleBox(fit(picture, screen, turn), picture, screen)
      expect(seen.minX).toBeLessThan(0)
      expect(seen.minY).toBeLessThan(0)
      expect(seen.maxX).toBeGreaterThan(picture.width)
      expect(seen.maxY).toBeGreaterThan(picture.height)
    }
  })

  it('finds its way to the screen and back', () => {
    for (const turn of TURNS) {
      const view = { ...fit(picture, screen, turn), x: 90, y: 33 }
      const back = toPicture(view, picture, toScreen(view, picture, { x: 17, y: 150 }))
      expect(back.x).toBeCloseTo(17)
      expect(back.y).toBeCloseTo(150)
    }
  })

  it('keeps what is under the pointer there while zooming', () => {
    const view = fit(picture, screen)
    const anchor = { x: 120, y: 80 }
    const before = toPicture(view, picture, anchor)
    const after = toPicture(zoomAt(view, 3, anchor), picture, anchor)
    expect(after.x).toBeCloseTo(before.x)
    expect(after.y).toBeCloseTo(before.y)
  })

  it('moves with the hand also when turned', () => {
    const view = { ...fit(picture, screen, 90), scale: 2 }
    expect(toPictureDelta(view, { x: 10, y: 0 })).toEqual({ x: 0, y: -5 })
  })

  it('never loses the picture', () => {
    const view = pan(fit(picture, screen), picture, screen, { x: 99_999, y: -99_999 })
    const seen = visibleBox(view, picture, screen)
    expect(seen.minX).toBeLessThan(picture.width)
    expect(seen.maxX).toBeGreaterThan(0)
    expect(seen.minY).toBeLessThan(picture.height)
    expect(seen.maxY).toBeGreaterThan(0)
  })
})

describe('alignment', () => {
  const screen = { width: 1000, height: 500 }
  const wide = { width: 200, height: 100 }

  it('moves a picture to the side where there is room, and leaves the other way alone', () => {
    const view = { scale: 1, rotation: 0, x: 500, y: 250 } as const
    expect(aligned(view, wide, screen, { horizontal: 'left' })).toMatchObject({ x: 112, y: 250 })
    expect(aligned(view, wide, screen, { horizontal: 'right', vertical: 'bottom' })).toMatchObject({ x: 888, y: 438 })
    expect(aligned(view, wide, screen, { vertical: 'top' })).toMatchObject({ x: 500, y: 62 })
    expect(aligned(view, wide, screen, { horizontal: 'center' })).toEqual(view)
    expect(aligned({ ...view, rotation: 90 }, wide, screen, { horizontal: 'left' })).toMatchObject({ x: 62 })
  })

  it('changes nothing where there is no room', () => {
    const view = { scale: 10, rotation: 0, x: 500, y: 250 } as const
    expect(aligned(view, wide, screen, { horizontal: 'left', vertical: 'top' })).toEqual(view)
  })
})

// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CopyAnswer, CopyOrder } from './file-copy'
import { Overview } from './overview'

const HUGE = { width: 20_000, height: 20_000 }
const VIEW = { scale: 0.05, x: 0, y: 0, rotation: 0 } as const

let orders: CopyOrder[]
let answer: (answer: CopyAnswer) => void
let ended: boolean

class Maker {
  onmessage: (event: { data: CopyAnswer }) => void = () => undefined
  onerror: () => void = () => undefined

  constructor() {
    answer = (data) => this.onmessage({ data })
  }

  postMessage(order: CopyOrder): void {
    orders.push(order)
  }

  terminate(): void {
    ended = true
  }
}

beforeEach(() => {
  orders = []
  ended = false
  vi.stubGlobal('Worker', Maker)
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({
    transferFromImageBitmap: () => undefined,
  } as never)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

function overviewOf(size = HUGE) {
  const image = document.createElement('img')
  Object.defineProperties(image, { naturalWidth: { value: size.width }, naturalHeight: { value: size.height } })
  document.createElement('div').append(image)
  let decoded: () => void = () => undefined
  image.decode = () => new Promise((resolve) => (decoded = resolve))
  const overview: Overview = new Overview(image, size, () => overview.place(VIEW, 1, ''))
  overview.place(VIEW, 1, '')
  const shown = () => [image.style.display, image.parentElement?.querySelector('canvas')?.style.display]
  return { image, overview, shown, decoded: () => decoded() }
}
const copy = { bitmap: { width: 2449, height: 2449, close: () => undefined } as ImageBitmap }

describe('the copy of a very large picture', () => {
  it('is made beside the page, which shows nothing of the picture until then', () => {
    const { overview, shown } = overviewOf()
    expect(orders).toMatchObject([{ width: 2449, height: 2449 }])
    expect(overview.state.get()).toBe('making')
    expect(shown()).toEqual(['none', undefined])
    answer(copy)
    expect(overview.state.get()).toBe('ready')
    expect(shown()).toEqual(['none', 'block'])
    expect(ended).toBe(true)
  })

  it('stands in for the picture until that is decoded', async () => {
    const { overview, shown, decoded } = overviewOf()
    answer(copy)
    const near = { ...VIEW, scale: 1 }
    overview.place(near, 1, '')
    expect(shown()).toEqual(['block', 'block'])
    decoded()
    await Promise.resolve()
    overview.place(near, 1, '')
    expect(shown()).toEqual(['block', 'none'])
    overview.place(VIEW, 1, '')
    expect(shown()).toEqual(['none', 'block'])
  })

  it('says when the browser cannot decode the picture', () => {
    const { overview, shown } = overviewOf()
    answer({ refused: 'undecodable' })
    expect(overview.state.get()).toBe('undecodable')
    expect(shown()).toEqual(['block', undefined])
  })

  it('is done without where the picture may not be read, or no worker may be started', async () => {
    const first = overviewOf()
    answer({ refused: 'unreadable' })
    expect(first.overview.state.get()).toBe('none')
    expect(first.shown()).toEqual(['block', undefined])
    vi.stubGlobal('Worker', function Refused() {
      throw new DOMException('Refused', 'SecurityError')
    })
    const second = overviewOf()
    await Promise.resolve()
    expect(second.shown()).toEqual(['block', undefined])
  })

  it('is no longer made when the picture goes', () => {
    const { overview, image } = overviewOf()
    overview.remove()
    expect(ended).toBe(true)
    expect(image.style.display).toBe('')
  })

  it('is not made of a picture that browsers can show', () => {
    const { overview, shown } = overviewOf({ width: 6000, height: 4000 })
    expect([orders, overview.state.get(), shown()]).toEqual([[], 'none', ['block', undefined]])
  })
})

// @vitest-environment jsdom
import { act } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { type ShownEditor, showEditor, useShownEditors } from '../../testing/showEditor'

const CONFIG = `<View><Repeater on="$list"><Text name="t_{{idx}}" value="$list[{{idx}}]"/>
  <TextArea name="n_{{idx}}" toName="t_{{idx}}"/><Rating name="r_{{idx}}" toName="t_{{idx}}" required="true"/></Repeater></View>`
const list = (length: number) => ({ list: Array.from({ length }, (_, n) => `Text ${n}`) })
const drawn = (ed: ShownEditor) => ed.all('[role="document"]').map((it) => it.textContent)

/** Lets the test say what is near the screen. */
class Sight {
  static readonly all: Sight[] = []
  place: Element | undefined
  constructor(private readonly tell: (entries: readonly object[]) => void) {}
  observe(place: Element): void {
    this.place = place
    Sight.all.push(this)
  }
  disconnect(): void {
    Sight.all.splice(Sight.all.indexOf(this), 1)
  }
  set(isIntersecting: boolean): void {
    this.tell([{ isIntersecting, boundingClientRect: { height: 300 } }])
  }
}

describe('a Repeater that lists its copies', () => {
  useShownEditors()

  it('draws a few of them all', async () => {
    const ed = await showEditor(CONFIG, { data: list(3) })
    expect(drawn(ed)).toEqual(['Text 0', 'Text 1', 'Text 2'])
  })

  it('draws those of many that are near, and keeps what was typed in one that goes', async () => {
    vi.stubGlobal('IntersectionObserver', Sight)
    const ed = await showEditor(CONFIG, { data: list(400) })
    expect(drawn(ed)).toEqual([])
    await act(async () => Sight.all[7]?.set(true))
    expect(drawn(ed)).toEqual(['Text 7'])
    await ed.type(ed.find('textarea[aria-label="n_7"]'), 'words')
    await act(async () => Sight.all[7]?.set(false))
    expect(drawn(ed)).toEqual([])
    const gone = Sight.all[7]?.place as HTMLElement
    expect(gone.style.height).toBe('300px')
    await act(async () => Sight.all[7]?.set(true))
    expect(ed.find('li p').textContent).toBe('words')
  })

  it('brings what stands in the way of submitting near', async () => {
    vi.stubGlobal('IntersectionObserver', Sight)
    const scrolled: Element[] = []
    const ed = await showEditor(CONFIG, { data: list(400) })
    Element.prototype.scrollIntoView = function (this: Element) {
      scrolled.push(this)
    }
    const place = Sight.all[0]?.place as HTMLElement
    place.getBoundingClientRect = () => ({ top: 5000, bottom: 5300 }) as DOMRect
    expect(await ed.submit()).toBeUndefined()
    expect(scrolled).toEqual([place])
  })
})

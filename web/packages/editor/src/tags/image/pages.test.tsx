// @vitest-environment jsdom
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { showEditor, useShownEditors } from '../../testing/showEditor'

// biome-ignore lint/correctness/useHookAtTopLevel: no React hook
useShownEditors()

const CONFIG = `<View><Image name="img" valueList="$pages"/>
  <RectangleLabels name="r" toName="img"><Label value="A"/></RectangleLabels></View>`
const data = { pages: ['/one.png', '/two.png', '/three.png'] }
const onSecond = {
  ...{ id: 'a', from_name: 'r', to_name: 'img', type: 'rectanglelabels', item_index: 1 },
  value: { x: 1, y: 1, width: 5, height: 5, rotation: 0, rectanglelabels: ['A'] },
}

describe('an image with several pages', () => {
  const current = (ed: Awaited<ReturnType<typeof showEditor>>) =>
    ed.all('[aria-current="page"]').map((it) => it.getAttribute('aria-label'))

  it('shows them all, and how many regions each has', async () => {
    const ed = await showEditor(CONFIG, { data, result: [onSecond] })
    expect(ed.all('nav li img').map((it) => it.getAttribute('src'))).toEqual(data.pages)
    expect(current(ed)).toEqual(['Page 1'])
    ed.named('Page 2, 1 region')
  })

  it('is turned by a click on a page, and by the keys of the list', async () => {
    const ed = await showEditor(CONFIG, { data })
    await ed.click(ed.named('Page 3'))
    expect(current(ed)).toEqual(['Page 3'])
    await ed.key(ed.named('Page 3'), 'ArrowLeft')
    expect(current(ed)).toEqual(['Page 2'])
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Page 2')
    await ed.key(ed.named('Page 2'), 'End')
    await ed.key(ed.named('Page 3'), 'ArrowRight')
    expect(current(ed)).toEqual(['Page 3'])
    await ed.key(ed.named('Page 3'), 'Home')
    expect(current(ed)).toEqual(['Page 1'])
  })

  it('has one stop for the tab key', async () => {
    const ed = await showEditor(CONFIG, { data })
    expect(ed.all('nav li button[tabindex="0"]')).toHaveLength(1)
  })
})

describe('an image named in a linked file', () => {
  // Its chunk is there when it is asked for: otherwise tests would wait for the compiler.
  beforeAll(() => import('../Cell'))
  afterEach(() => vi.unstubAllGlobals())

  it('is the one whose address is in the cell', async () => {
    vi.stubGlobal('fetch', async () => new Response('id;scan\n7;/scans/7.png'))
    const config = '<View><Image name="img" value="$file" resolver="csv|separator=;|column=scan"/></View>'
    const ed = await showEditor(config, { data: { file: '/list.csv' } })
    expect((await ed.appears('img')).getAttribute('src')).toBe('/scans/7.png')
  })
})

// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { showEditor, useShownEditors } from '../../testing/showEditor'

describe('Header', () => {
  useShownEditors()

  it('takes sizes beyond its levels as the nearest one', async () => {
    const sizes = '<Header value="A" size="9"/><Header value="B" size="0"/><Header value="C"/>'
    const ed = await showEditor(`<View>${sizes}</View>`)
    expect(ed.all('h1, h2, h3, h4, h5').map((it) => it.tagName)).toEqual(['H5', 'H1', 'H4'])
  })
})

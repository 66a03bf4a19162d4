// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { showEditor, useShownEditors } from '../../testing/showEditor'

const FORM = `<View><Text name="t" value="$t"/><Choices name="c" toName="t"><Choice value="A"/></Choices></View>`
const data = { t: 'x' }
const on = { history: async () => [] }

describe('the side of a pure form', () => {
  useShownEditors()

  it('stays closed when questions are answered, and opens when somebody asks', async () => {
    const ed = await showEditor(FORM, { data, on })
    const side = () => ed.find('aside[data-edge="right"]')
    expect(side().dataset.closed).toBe('true')
    await ed.click(ed.find('input[type="radio"], input[type="checkbox"]'))
    expect(side().dataset.closed).toBe('true')
    await ed.click(ed.named('Open History'))
    expect(side().dataset.closed).toBeUndefined()
  })

  it('is not spoken of where there is nothing to show in it', async () => {
    const ed = await showEditor(FORM, { data })
    expect(ed.all('aside[data-edge]')).toEqual([])
    expect(ed.all('[aria-label="Show or hide the panel"]')).toEqual([])
  })

  it('is open where regions are made', async () => {
    const labels = '<Labels name="k" toName="t"><Label value="X"/></Labels></View>'
    const ed = await showEditor(FORM.replace('</View>', labels), { data, on })
    expect(ed.find('aside[data-edge="right"]').dataset.closed).toBeUndefined()
  })
})

// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { showEditor, useShownEditors } from '../testing/showEditor'

const config = (above: string) =>
  `<View><Text name="t" value="$t"/>${above}<TextArea name="reason" toName="t" required="true"/></View>`
const data = { t: 'x', topic: 'the weather' }

describe('A question that is not answered', () => {
  useShownEditors()

  it.each([
    ['<Header value="What about $topic?"/>', '"What about the weather?" needs an answer.'],
    ['', '"reason" needs an answer.'],
    ['<Header value="Further up"/><Text name="u" value="$t"/>', '"reason" needs an answer.'],
  ])('is called by the heading right above it: %s', async (above, said) => {
    const ed = await showEditor(config(above), { data })
    expect(await ed.submit()).toBeUndefined()
    expect(ed.find('[role="alert"]').textContent).toBe(said)
  })

  it('has the focus when work cannot be sent without it, each time', async () => {
    const ed = await showEditor(config(''), { data })
    for (let n = 0; n < 2; n++) {
      expect(await ed.submit()).toBeUndefined()
      expect(document.activeElement).toBe(ed.find('textarea[aria-label="reason"]'))
      ;(document.activeElement as HTMLElement).blur()
    }
  })

  it('in the list of regions has it there', async () => {
    const boxes = `<View><Labels name="l" toName="t"><Label value="A"/></Labels><Text name="t" value="$t"/>
      <TextArea name="reason" toName="t" perRegion="true" displayMode="region-list" required="true"/></View>`
    const value = { start: 0, end: 1, text: 'x', labels: ['A'] }
    const result = [{ id: 'r', from_name: 'l', to_name: 't', type: 'labels', value }]
    const ed = await showEditor(boxes, { data, result, annotationId: 1 })
    const field = await ed.appears('input[data-row-field="reason"]')
    expect(await ed.submit()).toBeUndefined()
    expect(document.activeElement).toBe(field)
    expect(field.getAttribute('aria-invalid')).toBe('true')
  })
})

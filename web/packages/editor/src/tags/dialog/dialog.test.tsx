// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import type { Json } from '../../model'
import { showEditor, spoken, useShownEditors } from '../../testing/showEditor'

describe('a Dialog', () => {
  useShownEditors()
  const config = '<View><Dialog name="talk" value="$m"/></View>'

  it('shows who said what, and when', async () => {
    const m: Json[] = [
      { name: 'Ada', text: 'Hello <b>you</b>', date: '9:15', selected: true, hint: 'Polite' },
      { text: 'Hi' },
    ]
    const ed = await showEditor(config, { data: { m } })
    const shown = ed.all('ol[aria-label="talk"] > li')
    expect(shown.map(spoken)).toEqual(['Ada 9:15Hello <b>you</b>Polite', 'Hi'])
    expect(shown.map((it) => it.dataset.selected)).toEqual(['true', undefined])
  })

  it('says when the task has none', async () => {
    const ed = await showEditor(config, { data: { m: 'Hello' } })
    expect(ed.element.textContent).toContain('no items for "talk"')
  })
})

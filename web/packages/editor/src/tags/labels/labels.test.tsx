// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import type { Json } from '../../model'
import { showEditor, spoken, useShownEditors } from '../../testing/showEditor'

const config = (label: string) =>
  `<View><Labels name="l" toName="t">${label}</Labels><Text name="t" value="$t"/></View>`

describe('labels of the task', () => {
  useShownEditors()

  it('take every attribute of a Label', async () => {
    const labels: Json[] = [
      'Plain',
      { value: 'Full', alias: 'f', showAlias: true, hint: 'All of it', background: '#123456', hotkey: 'z' },
      { value: 'Chosen', selected: true, html: '<b>Best</b>' },
      { value: 'Around', children: [{ value: 'Inside' }] },
    ]
    const ed = await showEditor(config('').replace('toName', 'value="$labels" toName'), { data: { t: 'x', labels } })
    const named = (name: string) => ed.all('[aria-label="Labels l"] button').find((it) => spoken(it).startsWith(name))
    expect(named('Plain')).toBeDefined()
    expect(named('Inside')).toBeDefined()
    const full = named('Full')
    expect([full?.title, full?.textContent, full?.getAttribute('aria-keyshortcuts')]).toEqual([
      'All of it',
      'FullfZ',
      'z',
    ])
    expect(full?.style.getPropertyValue('--label')).toBe('#123456')
    const chosen = ed.find('button[aria-label="Chosen"]')
    expect(chosen.getAttribute('aria-pressed')).toBe('true')
    expect((await ed.appears('button[aria-label="Chosen"] b')).textContent).toBe('Best')
  })
})

describe('the button of a label', () => {
  useShownEditors()
  const textColour = async (label: string) => {
    const ed = await showEditor(config(label), { data: { t: 'x' } })
    return ed.find('button[aria-keyshortcuts="1"]').style.getPropertyValue('--label-text')
  }

  it('has the text colour of the config while it is selected, else one that can be read on its own', async () => {
    expect(await textColour('<Label value="A" background="#000000" selectedColor="#ffee00"/>')).toBe('#ffee00')
    const own = await textColour('<Label value="A" background="#000000"/>')
    expect(own).not.toBe(await textColour('<Label value="A" background="#ffffff"/>'))
  })
})

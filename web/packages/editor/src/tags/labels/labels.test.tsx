// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { showEditor, useShownEditors } from '../../testing/showEditor'

const config = (label: string) =>
  `<View><Labels name="l" toName="t">${label}</Labels><Text name="t" value="$t"/></View>`

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

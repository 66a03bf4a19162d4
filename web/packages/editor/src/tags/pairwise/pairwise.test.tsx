// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { type ShownEditor, showEditor, useShownEditors } from '../../testing/showEditor'

const CONFIG = `<View>
  <Pairwise name="better" toName="a,b" selectionStyle="color: red" leftClass="one" rightClass="two"/>
  <Text name="a" value="$a"/><Text name="b" value="$b"/>
</View>`
const data = { a: 'First', b: 'Second' }
const side = (ed: ShownEditor, name: string) => ed.find(`[data-side="${name}"]`)

describe('comparing two objects', () => {
  useShownEditors()

  it('writes the side under its own name, by button, by click on the object and by key', async () => {
    const ed = await showEditor(CONFIG, { data })
    await ed.click(ed.named('better').querySelectorAll('button')[1] as HTMLElement)
    expect(await ed.submit()).toMatchObject([
      { from_name: 'better', to_name: 'better', type: 'pairwise', value: { selected: 'right' } },
    ])
    await ed.click(side(ed, 'left'))
    expect(await ed.submit()).toMatchObject([{ value: { selected: 'left' } }])
    await ed.key(document.body, '.')
    expect(await ed.submit()).toMatchObject([{ value: { selected: 'right' } }])
  })

  it('takes the answer back when the chosen side is picked again', async () => {
    const ed = await showEditor(CONFIG, { data })
    await ed.click(side(ed, 'left'))
    expect(side(ed, 'left').dataset.picked).toBe('true')
    await ed.click(side(ed, 'left'))
    expect(await ed.submit()).toEqual([])
  })

  it('dresses the sides as the config says', async () => {
    const ed = await showEditor(CONFIG, { data })
    expect(side(ed, 'left').classList.contains('one')).toBe(true)
    expect(side(ed, 'right').classList.contains('two')).toBe(true)
    await ed.click(side(ed, 'left'))
    expect(side(ed, 'left').style.color).toBe('red')
    expect(side(ed, 'right').style.color).toBe('')
  })

  it('leaves clicks to the text where spans are marked in it', async () => {
    const labels = '<Labels name="k" toName="a"><Label value="X"/></Labels>'
    const ed = await showEditor(CONFIG.replace('</View>', `${labels}</View>`), { data })
    await ed.click(side(ed, 'left'))
    expect(await ed.submit()).toEqual([])
    await ed.click(side(ed, 'right'))
    expect(await ed.submit()).toMatchObject([{ value: { selected: 'right' } }])
  })

  it('cannot be changed by people who only look', async () => {
    const result = [{ id: 'p', from_name: 'better', to_name: 'better', type: 'pairwise', value: { selected: 'left' } }]
    const ed = await showEditor(CONFIG, { data, result, readOnly: true, annotationId: 1 })
    await ed.click(side(ed, 'right'))
    await ed.key(document.body, '.')
    expect(side(ed, 'left').dataset.picked).toBe('true')
    expect(ed.all('[aria-label="better"] button').every((it) => it.hasAttribute('disabled'))).toBe(true)
  })
})

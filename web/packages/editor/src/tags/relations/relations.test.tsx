// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { type ShownEditor, type ShowOptions, showEditor, useShownEditors } from '../../testing/showEditor'

const config = (choice: string) => `<View>
  <Relations ${choice}><Relation value="causes" background="#88c"/><Relation value="treats"/></Relations>
  <Labels name="k" toName="t"><Label value="A"/></Labels><Text name="t" value="$t"/>
</View>`
const span = (id: string, start: number) => ({
  id,
  from_name: 'k',
  to_name: 't',
  type: 'labels',
  value: { start, end: start + 1, text: 'x', labels: ['A'] },
})
const relation = { type: 'relation', from_id: 'r1', to_id: 'r2', direction: 'right' }
const options = (more: object = {}) => ({
  data: { t: 'xxxx' },
  result: [span('r1', 0), span('r2', 2), { ...relation, ...more }],
  annotationId: 1,
})
const opener = 'button[aria-haspopup="menu"][aria-label*="abel"]'
const showRelations = async (config: string, options: ShowOptions) => {
  const ed = await showEditor(config, options)
  await ed.click(ed.find('[role="tab"][title="Relations"]'))
  return ed
}
const pick = async (ed: ShownEditor, label: string) => {
  if (ed.all('[role^="menuitem"]').length === 0) await ed.click(ed.find(opener))
  await ed.click(ed.all('[role^="menuitem"]').find((it) => it.textContent === label) as HTMLElement)
}
const labelsOf = async (ed: ShownEditor) => (await ed.submit())?.find((it) => it.type === 'relation')?.labels

describe('labels of relations', () => {
  useShownEditors()

  it('are picked one at a time, and taken back', async () => {
    const ed = await showRelations(config('choice="single"'), options())
    await pick(ed, 'causes')
    expect(await labelsOf(ed)).toEqual(['causes'])
    await pick(ed, 'treats')
    expect(await labelsOf(ed)).toEqual(['treats'])
    await pick(ed, 'treats')
    expect(await labelsOf(ed)).toBeUndefined()
  })

  it('are several where the config lets them be', async () => {
    const ed = await showRelations(config('choice="multiple"'), options())
    await pick(ed, 'treats')
    await pick(ed, 'causes')
    expect(await labelsOf(ed)).toEqual(['treats', 'causes'])
  })

  it('stay as they came, notes and all, and unknown ones are shown', async () => {
    const given = options({ labels: ['older'], notes: 'see page 2' })
    const ed = await showRelations(config(''), given)
    expect(ed.element.textContent).toContain('older')
    expect(ed.element.textContent).toContain('see page 2')
    expect(await ed.submit()).toEqual(given.result)
  })

  it('are only read by people who only look, and not offered without the tag', async () => {
    const looking = await showRelations(config(''), { ...options({ labels: ['causes'] }), readOnly: true })
    expect(looking.element.textContent).toContain('causes')
    const without = await showRelations(config('').replace(/<Relations[\s\S]*<\/Relations>/, ''), options())
    for (const ed of [looking, without]) {
      expect(ed.all(opener)).toEqual([])
    }
  })
})

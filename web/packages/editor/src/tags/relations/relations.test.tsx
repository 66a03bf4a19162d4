// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { type ShownEditor, type ShowOptions, showEditor, useShownEditors } from '../../testing/showEditor'

const config = (choice: string) => `<View>
  <Relations ${choice}><Relation value="causes" background="#88c"/><Relation value="treats"/></Relations>
  <Labels name="k" toName="t"><Label value="A"/><Label value="B"/></Labels><Text name="t" value="$t"/>
</View>`
const span = (id: string, start: number, label = 'A') => ({
  id,
  from_name: 'k',
  to_name: 't',
  type: 'labels',
  value: { start, end: start + 1, text: label.toLowerCase(), labels: [label] },
})
const relation = { type: 'relation', from_id: 'r1', to_id: 'r2', direction: 'right' }
const options = (more: object = {}) => ({
  data: { t: 'axbxxx' },
  result: [span('r1', 0), span('r2', 2, 'B'), { ...relation, ...more }],
  annotationId: 1,
})
const showRelations = async (config: string, options: ShowOptions) => {
  const ed = await showEditor(config, options)
  await ed.click(ed.find('[role="tab"][title="Relations"]'))
  return ed
}
const list = (ed: ShownEditor) => ed.find('[role="tree"][aria-label="Relations"]')
const rows = (ed: ShownEditor) => ed.all('[role="tree"][aria-label="Relations"] [role="treeitem"]')
const pick = async (ed: ShownEditor, label: string) => {
  if (ed.all('[role^="menuitem"]').length === 0) await ed.key(document.body, 'Enter')
  await ed.click(ed.all('[role^="menuitem"]').find((it) => it.textContent === label) as HTMLElement)
}
const relationOf = async (ed: ShownEditor) => (await ed.submit())?.find((it) => it.type === 'relation')

describe('labels of relations', () => {
  useShownEditors()

  it('are picked one at a time, and taken back', async () => {
    const ed = await showRelations(config('choice="single"'), options())
    await ed.key(list(ed), 'ArrowDown')
    await pick(ed, 'causes')
    expect(await relationOf(ed)).toMatchObject({ labels: ['causes'] })
    await pick(ed, 'treats')
    expect(await relationOf(ed)).toMatchObject({ labels: ['treats'] })
    await pick(ed, 'treats')
    expect(await relationOf(ed)).not.toHaveProperty('labels')
  })

  it('are several where the config lets them be', async () => {
    const ed = await showRelations(config('choice="multiple"'), options())
    await ed.key(list(ed), 'ArrowDown')
    await pick(ed, 'treats')
    await pick(ed, 'causes')
    expect(await relationOf(ed)).toMatchObject({ labels: ['treats', 'causes'] })
  })

  it('stay as they came, notes and all, and unknown ones are shown', async () => {
    const given = options({ labels: ['older'], notes: 'see page 2' })
    const ed = await showRelations(config(''), given)
    expect(list(ed).textContent).toContain('older')
    await ed.click(rows(ed)[0] as HTMLElement)
    expect(ed.find('textarea[aria-label="Note about the relation"]')).toHaveProperty('value', 'see page 2')
    expect(await ed.submit()).toEqual(given.result)
  })

  it('are only read by people who only look, and not offered without the tag', async () => {
    const looking = await showRelations(config(''), { ...options({ labels: ['causes'] }), readOnly: true })
    expect(list(looking).textContent).toContain('causes')
    const without = await showRelations(config('').replace(/<Relations[\s\S]*<\/Relations>/, ''), options())
    for (const ed of [looking, without]) {
      await ed.click(rows(ed)[0] as HTMLElement)
      expect(ed.all('[aria-label="Selected relation"] button[aria-haspopup="menu"]')).toEqual([])
    }
  })
})

describe('the list of relations', () => {
  useShownEditors()

  it('is gone through by keys, which turn, hide and delete the selected one', async () => {
    const given = options()
    const ed = await showRelations(config(''), {
      ...given,
      result: [...given.result, { ...relation, from_id: 'r2', to_id: 'r1' }],
    })
    await ed.key(list(ed), 'ArrowDown')
    await ed.key(list(ed), 'ArrowDown')
    expect(rows(ed).map((row) => row.getAttribute('aria-selected'))).toEqual(['false', 'true'])
    await ed.key(list(ed), 'r', { altKey: true, code: 'KeyR' })
    await ed.key(list(ed), 'h', { altKey: true, code: 'KeyH' })
    expect(rows(ed)[1]?.dataset.hidden).toBe('true')
    expect((await ed.submit())?.at(-1)).toMatchObject({ from_id: 'r2', direction: 'bi' })
    await ed.key(list(ed), 'Delete')
    expect(rows(ed)).toHaveLength(1)
    expect((await ed.submit())?.filter((it) => it.type !== 'relation')).toHaveLength(2)
  })

  it('keeps a note that is written, and undo takes it back', async () => {
    const ed = await showRelations(config(''), options())
    await ed.click(rows(ed)[0] as HTMLElement)
    const field = ed.find('textarea[aria-label="Note about the relation"]')
    field.focus()
    await ed.type(field, 'said twice')
    await ed.key(field, 'Enter', { ctrlKey: true })
    expect(await relationOf(ed)).toMatchObject({ notes: 'said twice' })
    await ed.key(document.body, 'z', { ctrlKey: true })
    expect(await relationOf(ed)).not.toHaveProperty('notes')
  })

  it('shows the newest first when it is asked to, and remembers that', async () => {
    const given = options()
    const two = { ...given, result: [...given.result, { ...relation, from_id: 'r2', to_id: 'r1' }] }
    const ed = await showRelations(config(''), two)
    expect(rows(ed).map((row) => row.textContent)).toEqual(['ab', 'ba'])
    await ed.click(ed.named('Newest first'))
    expect(rows(ed).map((row) => row.textContent)).toEqual(['ba', 'ab'])
    const again = await showRelations(config(''), two)
    expect(rows(again).map((row) => row.textContent)).toEqual(['ba', 'ab'])
    await again.click(again.named('Oldest first'))
  })

  it('has what keys relate: the region that was gone to is the other end once it is confirmed', async () => {
    const { result, ...given } = options()
    const ed = await showRelations(config(''), { ...given, result: result.slice(0, 2) })
    await ed.click(ed.all('[aria-label="Regions"] [role="treeitem"]')[0] as HTMLElement)
    await ed.key(document.body, 'r', { altKey: true, code: 'KeyR' })
    await ed.key(document.body, '.', { altKey: true, code: 'Period' })
    expect(await relationOf(ed)).toBeUndefined()
    await ed.key(document.body, 'Enter')
    expect(await relationOf(ed)).toMatchObject({ from_id: 'r1', to_id: 'r2' })
    expect(rows(ed)[0]?.getAttribute('aria-selected')).toBe('true')
  })
})

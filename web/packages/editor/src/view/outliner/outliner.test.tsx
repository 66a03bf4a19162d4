// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { type ShownEditor, showEditor, useShownEditors } from '../../testing/showEditor'

const CONFIG = `<View><Labels name="k" toName="t" choice="multiple"><Label value="Person" background="#aa0000"/><Label value="Place"/></Labels>
  <Text name="t" value="$t"/><Choices name="sure" toName="t" perRegion="true"><Choice value="yes"/><Choice value="no"/></Choices></View>`
const TEXT = 'Ada met Ben in Paris'

const span = (id: string, text: string, label: string, more: object = {}) => {
  const start = TEXT.indexOf(text)
  const value = { start, end: start + text.length, text, labels: [label] }
  return { id, from_name: 'k', to_name: 't', type: 'labels', value, ...more }
}
const GIVEN = [
  span('ben', 'Ben', 'Person', { score: 0.5 }),
  span('ada', 'Ada', 'Person', { score: 0.9, meta: { text: ['a countess'] } }),
  span('paris', 'Paris', 'Place'),
]
const open = (result: object[] = GIVEN, more = {}) =>
  showEditor(CONFIG, { data: { t: TEXT }, result: JSON.parse(JSON.stringify(result)), annotationId: 1, ...more })

const rows = (ed: ShownEditor) => ed.all('[role="tree"] [role="treeitem"]')
const names = (ed: ShownEditor) =>
  rows(ed).map((row) => {
    const depth = '-'.repeat(Number(row.getAttribute('aria-level')) - 1)
    const id = row.dataset.row?.split('/').at(-1)
    return depth + (id ?? row.textContent)
  })
const tree = (ed: ShownEditor) => ed.find('[role="tree"]')
const selected = (ed: ShownEditor) =>
  rows(ed).flatMap((row) => (row.getAttribute('aria-selected') === 'true' ? [row.dataset.row] : []))
const choose = async (ed: ShownEditor, item: string) => {
  await ed.click(ed.named('Group and sort'))
  await ed.click(await ed.appears('[role="menuitemradio"]', item))
  await ed.key(ed.find('[role="menu"]'), 'Escape')
}

describe('the list of regions', () => {
  useShownEditors()

  it('is sorted and grouped as asked, and says what was chosen', async () => {
    localStorage.clear()
    const ed = await open()
    expect(names(ed)).toEqual(['ben', 'ada', 'paris'])
    await choose(ed, 'By position')
    expect(names(ed)).toEqual(['ada', 'ben', 'paris'])
    await choose(ed, 'Descending')
    expect(names(ed)).toEqual(['paris', 'ben', 'ada'])
    await choose(ed, 'By label')
    expect(names(ed)).toEqual(['Place 1', '-paris', 'Person 2', '-ben', '-ada'])
    await ed.click(ed.named('Group and sort'))
    await ed.appears('[role="menuitemradio"]')
    const chosen = ed.all('[role="menuitemradio"][aria-checked="true"]').map((it) => it.textContent)
    expect(chosen).toEqual(['By label', 'By position', 'Descending'])
    localStorage.clear()
  })

  it('finds by label, text, note and answer, and the others leave the text', async () => {
    const ed = await open([
      ...GIVEN,
      { ...span('ada', 'Ada', ''), from_name: 'sure', type: 'choices', value: { start: 0, end: 3, choices: ['yes'] } },
    ])
    const field = ed.find('input[aria-label="Search regions"]')
    for (const [query, found] of [
      ['countess', ['ada']],
      ['paris', ['paris']],
      ['person ben', ['ben']],
      ['yes', ['ada']],
    ] as const) {
      await ed.type(field, query)
      expect(names(ed), query).toEqual(found)
    }
    await ed.type(field, 'nobody')
    expect(tree(ed).textContent).toBe('Nothing found.')
    await ed.key(field, 'Escape')
    expect(names(ed)).toEqual(['ben', 'ada', 'paris'])
  })

  it('is walked with the arrow keys, ranges with Shift', async () => {
    const ed = await open()
    await ed.key(tree(ed), 'ArrowDown')
    expect(selected(ed)).toEqual(['ben'])
    await ed.key(tree(ed), 'ArrowDown', { shiftKey: true })
    await ed.key(tree(ed), 'ArrowDown', { shiftKey: true })
    expect(selected(ed)).toEqual(['ben', 'ada', 'paris'])
    await ed.key(tree(ed), 'ArrowUp', { shiftKey: true })
    expect(selected(ed)).toEqual(['ben', 'ada'])
    await ed.key(tree(ed), 'End')
    expect(selected(ed)).toEqual(['paris'])
    expect(tree(ed).getAttribute('aria-activedescendant')).toBe(rows(ed)[2]?.id)
  })

  it('is arranged by keys, said aloud, saved, and taken back in one step', async () => {
    const ed = await open()
    await ed.key(tree(ed), 'End')
    await ed.key(tree(ed), 'ArrowUp', { ctrlKey: true, shiftKey: true })
    expect(names(ed)).toEqual(['ben', 'paris', 'ada'])
    await ed.key(tree(ed), 'ArrowRight', { ctrlKey: true, shiftKey: true })
    expect(names(ed)).toEqual(['ben', '-paris', 'ada'])
    expect(ed.find('[aria-live="polite"]').textContent).toBe('Place: under Person, place 1 of 1')
    const sent = await ed.submit()
    expect(sent?.find(({ id }) => id === 'paris')).toMatchObject({ parentID: 'ben' })
    await ed.key(document.body, 'z', { ctrlKey: true })
    expect(names(ed)).toEqual(['ben', 'paris', 'ada'])
  })

  it('folds what hangs on a region, by key and by what is selected', async () => {
    const ed = await open([GIVEN[0] ?? {}, { ...GIVEN[1], parentID: 'ben' }, GIVEN[2] ?? {}])
    expect(names(ed)).toEqual(['ben', '-ada', 'paris'])
    await ed.key(tree(ed), 'Home')
    await ed.key(tree(ed), 'ArrowLeft')
    expect(names(ed)).toEqual(['ben', 'paris'])
    await ed.key(tree(ed), 'ArrowRight')
    await ed.key(tree(ed), 'ArrowDown')
    expect(selected(ed)).toEqual(['ada'])
    await ed.key(tree(ed), 'ArrowLeft')
    expect(selected(ed)).toEqual(['ben'])
  })

  it('hands the children of a deleted region to what that hung on', async () => {
    const ed = await open([GIVEN[0] ?? {}, { ...GIVEN[1], parentID: 'ben' }, { ...GIVEN[2], parentID: 'ada' }])
    await ed.click(rows(ed)[1] as HTMLElement)
    await ed.key(document.body, 'Backspace')
    expect(names(ed)).toEqual(['ben', '-paris'])
  })

  it('closes a menu with Escape and lets the selection be', async () => {
    const ed = await open()
    await ed.key(tree(ed), 'ArrowDown')
    await ed.click(ed.named('Group and sort'))
    await ed.key(await ed.appears('[role="menu"]'), 'Escape')
    expect(selected(ed)).toEqual(['ben'])
  })
})

describe('the info panel', () => {
  useShownEditors()

  it('changes the labels of all that are selected', async () => {
    const ed = await open()
    await ed.click(rows(ed)[0] as HTMLElement)
    await ed.key(tree(ed), 'ArrowDown', { shiftKey: true })
    await ed.click(ed.named('Labels: Person. Change them'))
    await ed.click(await ed.appears('[role="menuitemcheckbox"]', 'Place'))
    const sent = await ed.submit()
    const labels = sent?.map(({ id, value }) => [id, (value as { labels?: string[] }).labels])
    expect(labels).toEqual([
      ['ben', ['Person', 'Place']],
      ['ada', ['Person', 'Place']],
      ['paris', ['Place']],
    ])
  })

  it('comes forward for a note wherever it stands, with the focus in it', async () => {
    const ed = await open()
    await ed.click(rows(ed)[0] as HTMLElement)
    await ed.click(ed.find('[role="tab"][title="Relations"]'))
    await ed.key(document.body, 'm', { altKey: true, code: 'KeyM' })
    const note = ed.find('textarea[aria-label="Note"]')
    expect(document.activeElement).toBe(note)
    await ed.type(note, 'first of all')
    await ed.key(note, 'Enter', { ctrlKey: true })
    expect((await ed.submit())?.[0]).toMatchObject({ meta: { text: ['first of all'] } })
  })

  it('tells what is stored, and offers nothing to those who only look', async () => {
    const ed = await open(GIVEN, { readOnly: true })
    await ed.click(rows(ed)[1] as HTMLElement)
    const info = ed.all('[role="tabpanel"]')[1]?.textContent ?? ''
    for (const part of ['ada', 'Drawn by hand', '0.900', 'a countess']) expect(info).toContain(part)
    for (const name of ['Delete selected regions', 'Duplicate']) expect(ed.all(`[aria-label="${name}"]`)).toEqual([])
  })
})

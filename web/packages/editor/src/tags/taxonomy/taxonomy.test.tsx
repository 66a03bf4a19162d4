// @vitest-environment jsdom
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import type { AddedLabel, Submission } from '../../core/options'
import { pickLabel } from '../../core/pick'
import type { TaskEditor } from '../../core/task-editor'
import { type Control, type Json, keyOfPath, readConfig } from '../../model'
import { type ShownEditor, showEditor, useShownEditors } from '../../testing/showEditor'
import { testEditor } from '../../testing/testEditor'
import { fromAnswer, fromOptions, type Item, rowsOf, withChildren } from './items'
import { requestFor } from './useItems'

const config = (attributes = '', inner = CHOICES) =>
  `<View><Text name="t" value="$t"/><Taxonomy name="x" toName="t" ${attributes}>${inner}</Taxonomy></View>`
const CHOICES = `<Choice value="Hardware" alias="hw"><Choice value="Screen"/><Choice value="Keyboard" hint="Keys"/></Choice>
<Choice value="Billing"/><Choice value="Billing"/>`

const itemsOf = (xml: string) => fromOptions(readConfig(xml).controls.get('x')?.options ?? [])
const controlIn = (editor: TaskEditor): Control => {
  const control = editor.config.controls.get('x')
  if (!control) throw new Error('no Taxonomy')
  return control
}
const titles = (items: readonly Item[], open: readonly Item[] = [], search = '') =>
  rowsOf(items, new Set(open.map((it) => it.key)), search).map(({ item }) => item.titles.join('/'))

describe('the items of a Taxonomy', () => {
  it('have paths of stored names, and siblings of one name once', () => {
    const items = itemsOf(config())
    expect(items.map((it) => it.path)).toEqual([['hw'], ['Billing']])
    expect(items[0]?.children?.map((it) => it.path)).toEqual([
      ['hw', 'Screen'],
      ['hw', 'Keyboard'],
    ])
  })

  it('are shown as far as they are open, or found with what is above them', () => {
    const items = itemsOf(config())
    expect(titles(items)).toEqual(['Hardware', 'Billing'])
    expect(titles(items, items)).toEqual(['Hardware', 'Hardware/Screen', 'Hardware/Keyboard', 'Billing'])
    expect(titles(items, [], 'SCREEN')).toEqual(['Hardware', 'Hardware/Screen'])
    expect(titles(items, [], 'hard')).toEqual(['Hardware'])
    expect(titles(items, [], 'zebra')).toEqual([])
  })

  it('come from a bare list or one under `items`, and are fetched further only where they say so', () => {
    const list: Json = [{ value: 'A', isLeaf: false }, { value: 'B', alias: 'b', children: [{ value: 'C' }] }, 'D', {}]
    const items = fromAnswer(list)
    expect(fromAnswer({ items: list })).toEqual(items)
    expect(items.map((it) => [it.path, it.children?.length])).toEqual([
      [['A'], undefined],
      [['b'], 1],
      [['D'], 0],
    ])
    expect(items[1]?.children?.[0]).toMatchObject({ path: ['b', 'C'], titles: ['B', 'C'] })
    const below = fromAnswer(['E'], items[0])
    expect(withChildren(items, ['A'], below)[0]?.children?.[0]?.path).toEqual(['A', 'E'])
    expect(() => fromAnswer({ error: 'no' })).toThrow('no list of items')
  })

  it('are asked for with the path, and with a password in the address as a header', () => {
    const [a] = fromAnswer([{ value: 'A & B', isLeaf: false }])
    const [deep] = fromAnswer([{ value: 'C', isLeaf: false }], a)
    expect(requestFor('https://ada:s%3Acret@tree.example/items?lang=en', deep)).toEqual({
      url: 'https://tree.example/items?lang=en&path=A+%26+B&path=C',
      headers: { Authorization: `Basic ${btoa('ada:s:cret')}` },
    })
    expect(requestFor('https://tree.example/items').headers).toEqual({})
  })
})

const row = (ed: ShownEditor, title: string) =>
  ed.all('[role="treeitem"]').find((it) => it.textContent === title) as HTMLElement
const openTree = async (ed: ShownEditor) => ed.click(ed.find('[aria-haspopup="tree"]'))
const turn = async (ed: ShownEditor, title: string) =>
  ed.click(row(ed, title).querySelector('[data-turn]') as HTMLElement)
const pills = (ed: ShownEditor) => ed.all('[data-path]').map((it) => it.textContent)
const taxonomyOf = async (ed: ShownEditor) => (await ed.submit())?.map((it) => it.value)

describe('a Taxonomy on screen', () => {
  useShownEditors()
  const data = { t: 'Text' }

  it('writes the path of each picked item, and none when the last is taken back', async () => {
    const ed = await showEditor(config(), { data })
    await openTree(ed)
    await turn(ed, 'Hardware')
    await ed.click(row(ed, 'Screen'))
    await ed.click(row(ed, 'Billing'))
    expect(await taxonomyOf(ed)).toEqual([{ taxonomy: [['hw', 'Screen'], ['Billing']] }])
    await ed.click(ed.named('Remove Hardware / Screen'))
    await ed.click(row(ed, 'Billing'))
    expect(await ed.submit()).toEqual([])
  })

  it('is searched, walked and picked from by keys alone', async () => {
    const ed = await showEditor(config(), { data })
    await openTree(ed)
    const field = ed.find('[role="combobox"]')
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'Enter']) await ed.key(field, key)
    expect(pills(ed)).toEqual(['Keyboard'])
    await ed.type(field, 'bill')
    await ed.key(field, 'Enter')
    expect(pills(ed)).toEqual(['Keyboard', 'Billing'])
    await ed.key(field, 'Escape')
    expect(ed.all('[role="combobox"]')).toEqual([])
    expect(document.activeElement).toBe(ed.find('[aria-haspopup="tree"]'))
  })

  it.each([
    ['', 'screen', 'Screen'],
    ['leafsOnly="true"', 'scr', 'Screen'],
    // Fits itself, and is none to pick.
    ['leafsOnly="true"', 'ar', 'Keyboard'],
  ])(
    'with %s Enter after a search for %s takes what was found, not what it stands in',
    async (attributes, search, found) => {
      const ed = await showEditor(config(attributes), { data })
      await openTree(ed)
      const field = ed.find('[role="combobox"]')
      await ed.type(field, search)
      await ed.key(field, 'Enter')
      expect(pills(ed)).toEqual([found])
    },
  )

  it('takes widths with and without a unit', async () => {
    const ed = await showEditor(config('minWidth="200" maxWidth="20em" dropdownWidth="320"'), { data })
    const { minWidth, maxWidth } = ed.find('[role="group"][aria-label="x"]').style
    expect([minWidth, maxWidth]).toEqual(['200px', '20em'])
    await openTree(ed)
    expect(ed.find('.mantine-Popover-dropdown').style.width).toContain('20rem')
  })

  it('lets only leaves be picked with leafsOnly', async () => {
    const ed = await showEditor(config('leafsOnly="true"'), { data })
    await openTree(ed)
    await ed.click(row(ed, 'Hardware'))
    // It can be opened all the same, and is not called switched off.
    expect(row(ed, 'Hardware').getAttribute('aria-disabled')).toBeNull()
    expect(row(ed, 'Hardware').getAttribute('aria-expanded')).toBe('true')
    expect(pills(ed)).toEqual([])
    await ed.click(row(ed, 'Screen'))
    expect(pills(ed)).toEqual(['Screen'])
  })

  it('shows whole paths when told, and paths it does not know as they are', async () => {
    const value = {
      taxonomy: [
        ['hw', 'Screen'],
        ['Old', 'Gone'],
      ],
    }
    const result = [{ id: 'a', from_name: 'x', to_name: 't', type: 'taxonomy', value }]
    const options = { data, result, annotationId: 1 }
    const ed = await showEditor(config('showFullPath="true" pathSeparator=" > "'), options)
    expect(pills(ed)).toEqual(['Hardware > Screen', 'Old > Gone'])
    expect(await ed.submit()).toEqual(result)
  })

  it('stops at maxUsages, and replaces where it is one', async () => {
    const ed = await showEditor(config('maxUsages="2"'), { data })
    await openTree(ed)
    await turn(ed, 'Hardware')
    for (const title of ['Hardware', 'Screen', 'Billing']) await ed.click(row(ed, title))
    expect(pills(ed)).toEqual(['Hardware', 'Screen'])
    const one = await showEditor(config('maxUsages="1"'), { data })
    for (const title of ['Hardware', 'Billing']) {
      await openTree(one)
      await one.click(row(one, title))
    }
    expect(pills(one)).toEqual(['Billing'])
  })

  describe('to which people may add', () => {
    const rules = 'allowAddLabels="true"'
    const kept = (...paths: readonly (readonly string[])[]) => {
      const added: AddedLabel[] = []
      const list = async () => [...paths.map((path) => ({ control: 'x', path })), { control: 'y', path: ['Z'] }]
      return { added, labels: { list, add: async (label: AddedLabel) => void added.push(label) } }
    }
    const settle = () => act(async () => new Promise((done) => setTimeout(done)))
    const write = async (ed: ShownEditor, button: string, name: string) => {
      await ed.click(ed.named(button))
      const field = ed
        .all('input')
        .find((it) => it.ariaLabel?.startsWith('Name of') || it.getAttribute('aria-label')?.startsWith('Name of'))
      await ed.type(field as HTMLElement, name)
      await ed.key(field as HTMLElement, 'Enter')
    }

    it('offers what was added before where it belongs', async () => {
      const { labels } = kept(['hw', 'Mouse'], ['Shipping', 'Late'], ['Billing'])
      const ed = await showEditor(config(rules), { data, on: { labels } })
      await openTree(ed)
      await settle()
      expect(ed.all('[role="treeitem"]').map((it) => it.textContent)).toEqual(['Hardware', 'Billing', 'Shipping'])
      await turn(ed, 'Hardware')
      await turn(ed, 'Shipping')
      expect(row(ed, 'Mouse').getAttribute('aria-level')).toBe('2')
      await ed.click(row(ed, 'Late'))
      expect(pills(ed)).toEqual(['Late'])
    })

    it('takes a new item at the top and in another one, picks it and hands it to the page', async () => {
      const { labels, added } = kept()
      const sent: Json[] = []
      const on = {
        labels,
        submit: async ({ result }: Submission) => void sent.push(...result.map((it) => it.value as Json)),
      }
      const ed = await showEditor(config(rules), { data, on })
      await openTree(ed)
      await write(ed, 'Add an item', ' Delivery ')
      await turn(ed, 'Hardware')
      await write(ed, 'Add an item in “Hardware”', 'Mouse')
      expect(pills(ed)).toEqual(['Delivery', 'Mouse'])
      expect(added).toEqual([
        { control: 'x', path: ['Delivery'] },
        { control: 'x', path: ['hw', 'Mouse'] },
      ])
      await ed.submit()
      expect(sent).toEqual([{ taxonomy: [['Delivery'], ['hw', 'Mouse']] }])
    })

    it('says when the page could not keep it, and keeps the answer', async () => {
      const labels = {
        list: async () => [],
        add: async () => {
          throw new Error('no disk')
        },
      }
      const ed = await showEditor(config(rules), { data, on: { labels } })
      await openTree(ed)
      await write(ed, 'Add an item', 'Delivery')
      await settle()
      expect(ed.element.textContent).toContain('no disk')
      expect(pills(ed)).toEqual(['Delivery'])
    })

    it.each([
      ['', true],
      [rules, false],
    ])('offers nothing of the kind with %j and a page that keeps them: %s', async (attributes, keeps) => {
      const ed = await showEditor(config(attributes), { data, on: keeps ? { labels: kept().labels } : {} })
      await openTree(ed)
      expect(ed.all('button').filter((it) => it.textContent === 'Add an item')).toEqual([])
    })
  })

  it('takes its items from the task', async () => {
    const tree = [{ value: 'A', children: [{ value: 'B', alias: 'b' }] }]
    const ed = await showEditor(config('value="$tree"', ''), { data: { ...data, tree } })
    await openTree(ed)
    await turn(ed, 'A')
    await ed.click(row(ed, 'B'))
    expect(await taxonomyOf(ed)).toEqual([{ taxonomy: [['A', 'b']] }])
  })

  it('says its own message when it is required', async () => {
    const ed = await showEditor(config('required="true" requiredMessage="Pick a topic."'), { data })
    expect(await ed.submit()).toBeUndefined()
    expect(ed.find('[role="alert"]').textContent).toBe('Pick a topic.')
  })

  it('draws only the rows in sight of a large tree', async () => {
    const inner = Array.from({ length: 2000 }, (_, n) => `<Choice value="Item ${n}"/>`).join('')
    const ed = await showEditor(config('', inner), { data })
    await openTree(ed)
    expect(ed.all('[role="treeitem"]').length).toBeLessThan(100)
    await ed.type(ed.find('[role="combobox"]'), '1999')
    expect(ed.all('[role="treeitem"]').map((it) => it.textContent)).toEqual(['Item 1999'])
  })

  it('cannot be opened by people who only look', async () => {
    const ed = await showEditor(config(), { data, readOnly: true })
    expect(ed.all('[aria-haspopup="tree"]')).toEqual([])
  })
})

describe('a Taxonomy behind an address', () => {
  useShownEditors()

  it('asks nothing before it is opened, then level by level, once', async () => {
    const asked: string[] = []
    const fetch = async (url: string) => {
      asked.push(url)
      return Response.json(url.includes('path=') ? ['Leaf'] : { items: [{ value: 'Top', isLeaf: false }] })
    }
    const ed = await showEditor(config('apiUrl="https://tree.example/items"', ''), { data: { t: 'x' }, fetch })
    expect(asked).toEqual([])
    await openTree(ed)
    await act(async () => {})
    await turn(ed, 'Top')
    await act(async () => {})
    await ed.click(row(ed, 'Leaf'))
    expect(asked).toEqual(['https://tree.example/items', 'https://tree.example/items?path=Top'])
    expect(await taxonomyOf(ed)).toEqual([{ taxonomy: [['Top', 'Leaf']] }])
  })

  it('says so when there is no answer, and asks again when opened again', async () => {
    let works = false
    const fetch = async () => (works ? Response.json(['A']) : new Response('', { status: 500 }))
    const ed = await showEditor(config('apiUrl="https://tree.example/items"', ''), { data: { t: 'x' }, fetch })
    await openTree(ed)
    await act(async () => {})
    expect(ed.find('[role="alert"]').textContent).toContain('could not be loaded')
    await openTree(ed)
    works = true
    await openTree(ed)
    await act(async () => {})
    expect(row(ed, 'A')).toBeDefined()
  })

  it('asks again for what is below an item when told to', async () => {
    let works = false
    const fetch = async (url: string) => {
      if (!url.includes('path=')) return Response.json([{ value: 'Top', isLeaf: false }])
      return works ? Response.json(['Leaf']) : new Response('', { status: 503 })
    }
    const ed = await showEditor(config('apiUrl="https://tree.example/items"', ''), { data: { t: 'x' }, fetch })
    await openTree(ed)
    await act(async () => {})
    await turn(ed, 'Top')
    await act(async () => {})
    works = true
    await ed.click(ed.named('Try again'))
    await act(async () => {})
    expect(row(ed, 'Leaf')).toBeDefined()
  })
})

describe('a Taxonomy that labels', () => {
  it('gives spans the whole path', async () => {
    const ed = await testEditor(config('labeling="true"'), { data: { t: 'Ada' } })
    ed.pick('Screen')
    const made = ed.annotation.create({ target: 't', kind: 'span', shape: { start: 0, end: 3, text: 'Ada' } })
    expect('id' in made).toBe(true)
    expect(ed.result()).toMatchObject([{ type: 'taxonomy', value: { start: 0, end: 3, taxonomy: [['hw', 'Screen']] } }])
  })

  const TWINS = `<Choice value="Fruit" alias="f"><Choice value="Other"/></Choice>
    <Choice value="Bread"><Choice value="Other"/></Choice>`
  const spans = (...paths: string[][]) =>
    paths.map((taxonomy, at) => ({
      ...{ id: `r${at}`, from_name: 'x', to_name: 't', type: 'taxonomy' },
      value: { start: at, end: at + 1, text: 'A', taxonomy: [taxonomy] },
    }))

  it('tells items of one name by what is above them', async () => {
    const ed = await testEditor(config('labeling="true" maxUsages="1"', TWINS), {
      data: { t: 'Ada' },
      result: spans(['Bread', 'Other']),
      annotationId: 1,
    })
    const [loaf] = ed.annotation.document.labelsOf('r0')
    expect([loaf?.title, loaf?.option?.path]).toEqual(['Other', ['Bread', 'Other']])
    const x = controlIn(ed.editor)
    expect(ed.annotation.pickLabel(x, keyOfPath(['Bread', 'Other']))).toMatchObject({ code: 'max-usages' })
    expect(ed.annotation.pickLabel(x, keyOfPath(['f', 'Other']))).toBeUndefined()
    ed.annotation.create({ target: 't', kind: 'span', shape: { start: 1, end: 2, text: 'd' } })
    expect(ed.result()).toMatchObject([
      { value: { taxonomy: [['Bread', 'Other']] } },
      { value: { taxonomy: [['f', 'Other']] } },
    ])
  })

  it('shows on a region the item that was picked, whole where the config says so, and takes it back by itself', async () => {
    const ed = await showEditor(config('labeling="true" choice="multiple" showFullPath="true"', TWINS), {
      data: { t: 'Ada' },
      result: spans(['Bread', 'Other']),
      annotationId: 1,
    })
    expect(ed.model.annotation?.document.labelsOf('r0')[0]?.title).toBe('Bread / Other')
    await act(async () => ed.model.annotation?.session.selection.set(['r0']))
    expect(ed.all('[data-path]').map((it) => it.dataset.path)).toEqual([keyOfPath(['Bread', 'Other'])])
    await act(async () => pickLabel(ed.model, controlIn(ed.model), keyOfPath(['f', 'Other'])))
    expect(ed.all('[data-path]').map((it) => it.textContent)).toEqual(['Bread / Other', 'Fruit / Other'])
    await ed.click(ed.named('Remove Bread / Other'))
    expect(await ed.submit()).toMatchObject([{ value: { taxonomy: [['f', 'Other']] } }])
  })

  it('writes whole paths of items that only an address knows', async () => {
    const ed = await testEditor(config('labeling="true" apiUrl="/items"', ''), { data: { t: 'Ada' } })
    ed.annotation.pickLabel(controlIn(ed.editor), keyOfPath(['Fruit', 'Apple']))
    ed.annotation.create({ target: 't', kind: 'span', shape: { start: 1, end: 2, text: 'd' } })
    expect(ed.result()).toMatchObject([{ value: { taxonomy: [['Fruit', 'Apple']] } }])
    expect(ed.annotation.document.labelsOf(ed.annotation.document.regions()[0]?.id ?? '')[0]?.title).toBe('Apple')
  })
})

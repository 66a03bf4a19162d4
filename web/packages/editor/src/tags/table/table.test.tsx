// @vitest-environment jsdom
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../model'
import { showEditor, useShownEditors } from '../../testing/showEditor'
import { gridOf, readSource } from './grid'

const TITLES = { name: 'Name', index: 'Index', value: 'Value' }
const grid = (data: Json, valueType = 'json') => gridOf(data, readSource(valueType), TITLES)

describe('what a table makes of task data', () => {
  it('shows an object as names and values, sorted without regard to case', () => {
    expect(grid({ b: 1, A: { x: [true] }, c: null })).toEqual({
      columns: ['Name', 'Value'],
      rows: [
        ['A', '{"x":[true]}'],
        ['b', '1'],
        ['c', ''],
      ],
    })
  })

  it('shows an array of objects as a grid with every key that occurs', () => {
    expect(grid([{ a: 1 }, { b: 'x', a: 2 }])).toEqual({
      columns: ['a', 'b'],
      rows: [
        ['1', ''],
        ['2', 'x'],
      ],
    })
  })

  it('numbers the items of any other array', () => {
    expect(grid(['x', 7])?.rows).toEqual([
      ['0', 'x'],
      ['1', '7'],
    ])
  })

  it('reads JSON in a string, and shows nothing of other text', () => {
    expect(grid('{"a": 1}')?.rows).toEqual([['a', '1']])
    expect(grid('Ada')).toBeUndefined()
    expect(grid(7)).toBeUndefined()
  })

  it('reads CSV with a header, without one, and with another separator', () => {
    expect(grid('a,b\n1,2', 'csv')).toEqual({ columns: ['a', 'b'], rows: [['1', '2']] })
    expect(grid('1;2', 'csv|headless|separator=;')).toEqual({ columns: [], rows: [['1', '2']] })
    expect(readSource('csv|separator=\\t').separator).toBe('\t')
  })
})

const config = (valueType = 'json') => `<View><Table name="t" value="$t" valueType="${valueType}"/></View>`

describe('a table on screen', () => {
  useShownEditors()

  it('has a head that is read with its cells', async () => {
    const ed = await showEditor(config(), { data: { t: [{ item: 'Tea', price: 3 }] } })
    expect(ed.all('th[scope="col"]').map((it) => it.textContent)).toEqual(['item', 'price'])
    expect(ed.all('td').map((it) => it.textContent)).toEqual(['Tea', '3'])
  })

  it('turns pages when it is long', async () => {
    const ed = await showEditor(config(), { data: { t: Array.from({ length: 250 }, (_, n) => ({ n })) } })
    expect(ed.all('tbody tr')).toHaveLength(100)
    await ed.click(ed.named('Next page'))
    await ed.click(ed.named('Next page'))
    expect(ed.all('tbody tr')).toHaveLength(50)
    expect(ed.named('Next page').hasAttribute('disabled')).toBe(true)
  })

  it('says so when the task has nothing for it', async () => {
    const ed = await showEditor(config())
    expect(ed.element.textContent).toContain('no data for the table "t"')
  })

  it('fetches what is behind an address through the hook of the page', async () => {
    const asked: string[] = []
    const fetch = async (url: string) => {
      asked.push(url)
      return new Response('a,b\n1,2')
    }
    const ed = await showEditor(config('csv|url'), { data: { t: 'https://data.example/t.csv' }, fetch })
    await act(async () => {})
    expect(asked).toEqual(['https://data.example/t.csv'])
    expect(ed.all('td').map((it) => it.textContent)).toEqual(['1', '2'])
  })

  it('says why when the address gives nothing, and never asks one that is script', async () => {
    const fetch = async () => new Response('', { status: 404 })
    const ed = await showEditor(config('csv|url'), { data: { t: 'https://data.example/t.csv' }, fetch })
    await act(async () => {})
    expect(ed.element.textContent).toContain('404')
    const other = await showEditor(config('csv|url'), { data: { t: 'javascript:alert(1)' } })
    expect(other.element.textContent).toContain('no address')
  })
})

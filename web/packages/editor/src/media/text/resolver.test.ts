import { describe, expect, it } from 'vitest'
import { resolved } from './resolver'

const FILE = 'id;title;text\n1;"Ferry; late";"It leaves\nat noon"\n2;Other;More\n'

describe('a resolver', () => {
  it.each([
    ['csv|separator=;|column=text', 'It leaves\nat noon'],
    ['csv|separator=;|column=title', 'Ferry; late'],
    ['csv,separator=;,column=2', 'It leaves\nat noon'],
    ['csv|separator=;', '1'],
    ['csv|separator=;|headless', 'id'],
    ['csv|separator=;|headless|column=1', 'title'],
  ])('%s takes one cell of the first row', (resolver, cell) => {
    expect(resolved(FILE, resolver)).toBe(cell)
  })

  it('takes tabs, and the character that divides its options, as separators', () => {
    expect(resolved('a\tb\n1\t2', 'csv|separator=\\t|column=b')).toBe('2')
    expect(resolved('a|b\n1|2', 'csv|separator=||column=b')).toBe('2')
  })

  it.each(['csv|column=nowhere', 'csv|separator=;|headless|column=9', 'json|column=text'])('%s finds nothing', (it) => {
    expect(resolved(FILE, it)).toBeUndefined()
  })

  it('finds nothing in a file without rows', () => {
    expect(resolved('id,text\n', 'csv|column=text')).toBeUndefined()
    expect(resolved('', 'csv')).toBeUndefined()
  })
})

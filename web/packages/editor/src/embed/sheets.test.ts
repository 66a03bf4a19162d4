// @vitest-environment jsdom
import { beforeAll, beforeEach, expect, it, vi } from 'vitest'

class Sheet {
  text = ''
  replaceSync(text: string): void {
    this.text = text
  }
}

beforeAll(() => vi.stubGlobal('CSSStyleSheet', Sheet))
beforeEach(() => vi.resetModules())

const registry = () => import('./sheets')

function home(...own: string[]): ShadowRoot {
  const root = document.createElement('div').attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = own.map((text) => Object.assign(new Sheet(), { text }) as unknown as CSSStyleSheet)
  return root
}

const texts = (root: ShadowRoot): string[] => root.adoptedStyleSheets.map((sheet) => (sheet as unknown as Sheet).text)

it('a shadow tree has the sheets brought before it and those brought later, the ground first and its own last', async () => {
  const { addSheet, adoptSheets } = await registry()
  addSheet('tag')
  addSheet('ground', true)
  const root = home('config')
  adoptSheets(root)
  addSheet('lazy tag')
  addSheet('more ground', true)
  expect(texts(root)).toEqual(['ground', 'more ground', 'tag', 'lazy tag', 'config'])
})

it('two editors in one tree share the sheets, which go with the second', async () => {
  const { addSheet, adoptSheets } = await registry()
  addSheet('tag')
  const root = home('page')
  const [first, second] = [adoptSheets(root), adoptSheets(root)]
  expect(texts(root)).toEqual(['tag', 'page'])
  first()
  expect(texts(root)).toEqual(['tag', 'page'])
  second()
  expect(texts(root)).toEqual(['page'])
  addSheet('later')
  expect(texts(root)).toEqual(['page'])
})

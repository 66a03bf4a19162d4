import { type En, first } from './en/index.ts'

/**
 * All texts of the product. A key is `section.name`; a text is a string, or one string per plural form, chosen by
 * `{count}`. Keys and the `{name}` places in a text are typed from the English catalogue.
 */

export type Locale = 'en' | 'zh-CN'
export const LOCALES: Record<Locale, string> = { en: 'English', 'zh-CN': '简体中文' }

export type Plural = { readonly other: string } & { readonly [form in Intl.LDMLPluralRule]?: string }
export type Text = string | Plural
export type Section = Readonly<Record<string, Text>>

/** The shape of a translated section: every English key; plural forms as the language needs them. */
export type Translation<S extends Section> = { readonly [K in keyof S]: S[K] extends string ? string : Plural }

export type Catalogue = { readonly [N in keyof En]: Translation<En[N]> }

type KeysOf<N extends keyof En> = `${N}.${keyof En[N] & string}`
export type TextKey = { [N in keyof En]: KeysOf<N> }[keyof En]

type TextOf<K extends string> = K extends `${infer N extends keyof En & string}.${infer R}`
  ? R extends keyof En[N]
    ? En[N][R]
    : never
  : never
type Places<S> = S extends `${string}{${infer P}}${infer Rest}` ? P | Places<Rest> : never
type Names<T> = T extends string ? Places<T> : 'count' | Places<T[keyof T]>
type Values<T> = { [P in Names<T>]: P extends 'count' ? number : string | number }
type Arguments<K extends TextKey> = [Names<TextOf<K>>] extends [never] ? [] : [values: Values<TextOf<K>>]

const loaders: Record<Exclude<Locale, 'en'>, () => Promise<Catalogue>> = {
  'zh-CN': async () => (await import('./zh-CN/index.ts')).zhCN,
}

/** What is not loaded yet is missing from it: see `loadPageTexts` and `loadComponentTexts`. */
const english = { ...first } as En

let current: Locale = 'en'
let catalogue: Catalogue = english
let plurals = new Intl.PluralRules('en')
let numbers = new Intl.NumberFormat('en')
const listeners = new Set<() => void>()

export function locale(): Locale {
  return current
}

export function onLocaleChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export async function setLocale(next: Locale): Promise<void> {
  catalogue = next === 'en' ? english : await loaders[next]()
  current = next
  plurals = new Intl.PluralRules(next)
  numbers = new Intl.NumberFormat(next)
  for (const listener of listeners) listener()
}

/** Before a page is shown that is none of an annotator's. */
export async function loadPageTexts(): Promise<void> {
  Object.assign(english, (await import('./en/pages.ts')).pages)
}

/** Before a component of a config is shown. */
export async function loadComponentTexts(): Promise<void> {
  Object.assign(english, { component: (await import('./en/component.ts')).component })
}

/** The language of ours that fits best what the browser asks for, in its order of preference. */
export function preferredLocale(wanted: readonly string[]): Locale {
  for (const tag of wanted) {
    if (tag.toLowerCase().startsWith('zh')) return 'zh-CN'
    if (tag.toLowerCase().startsWith('en')) return 'en'
  }
  return 'en'
}

export function t<K extends TextKey>(key: K, ...[values]: Arguments<K>): string {
  const given = (values ?? {}) as Readonly<Record<string, string | number>>
  const text = lookUp(key)
  const template = typeof text === 'string' ? text : (text[plurals.select(Number(given.count))] ?? text.other)
  return template.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = given[name]
    if (value === undefined) return place
    return typeof value === 'number' ? numbers.format(value) : value
  })
}

function lookUp(key: string): Text {
  const dot = key.indexOf('.')
  const section = catalogue[key.slice(0, dot) as keyof Catalogue] as Section
  const text = section[key.slice(dot + 1)]
  if (text === undefined) throw new Error(`no text for ${key}`)
  return text
}

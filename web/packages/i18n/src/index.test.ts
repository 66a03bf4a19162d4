import { afterEach, describe, expect, it } from 'vitest'
import { first } from './en/index.ts'
import { pages } from './en/pages.ts'
import { onLocaleChange, preferredLocale, setLocale, t } from './index.ts'
import { zhCN } from './zh-CN/index.ts'

const en = { ...first, ...pages }

afterEach(() => setLocale('en'))

describe('t', () => {
  it('chooses the plural form and writes numbers the way of the language', () => {
    expect(t('tasks.count', { count: 1 })).toBe('1 task')
    expect(t('tasks.count', { count: 1000 })).toBe('1,000 tasks')
  })

  it('fills places in once: a value that looks like a place stays as it is', () => {
    expect(t('projects.none_found', { text: '{text}' })).toBe('No project is called “{text}”.')
  })

  it('speaks Chinese after a switch, and tells who listens', async () => {
    let heard = 0
    const stop = onLocaleChange(() => {
      heard += 1
    })
    await setLocale('zh-CN')
    stop()
    expect(t('tasks.count', { count: 1 })).toBe('1 个任务')
    expect(heard).toBe(1)
  })
})

describe('preferredLocale', () => {
  it('takes the first language of the browser that we have', () => {
    expect(preferredLocale(['fr', 'zh-TW', 'en-US'])).toBe('zh-CN')
    expect(preferredLocale(['en-GB', 'zh-CN'])).toBe('en')
    expect(preferredLocale(['fr'])).toBe('en')
  })
})

describe('the Chinese catalogue', () => {
  const places = (text: unknown): string[] =>
    [...new Set([...JSON.stringify(text).matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort()

  it('names the same places as the English one, so that no value is lost', () => {
    const english: Record<string, Record<string, unknown>> = en
    const chinese: Record<string, Record<string, unknown>> = zhCN
    const wrong: string[] = []
    for (const [section, texts] of Object.entries(english)) {
      for (const [name, text] of Object.entries(texts)) {
        const other = places(chinese[section]?.[name])
        const same = typeof text === 'string' ? places(text) : [...new Set(['count', ...places(text)])].sort()
        if (other.some((place) => !same.includes(place)) || places(text).some((place) => !other.includes(place))) {
          wrong.push(`${section}.${name}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })
})

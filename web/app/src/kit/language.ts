import { LOCALES, type Locale, locale, preferredLocale, setLocale } from '@labelwright/i18n'

const KEY = 'labelwright.locale'

export async function restoreLocale(): Promise<void> {
  const saved = localStorage.getItem(KEY)
  await apply(saved && saved in LOCALES ? (saved as Locale) : preferredLocale(navigator.languages))
}

export async function chooseLocale(next: Locale): Promise<void> {
  localStorage.setItem(KEY, next)
  await apply(next)
}

async function apply(next: Locale): Promise<void> {
  // The texts of a language are a chunk of their own: without a network the language stays as it is.
  if (next !== locale()) await setLocale(next).catch(() => undefined)
  document.documentElement.lang = locale()
}

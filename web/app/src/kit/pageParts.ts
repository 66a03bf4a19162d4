import { loadPageTexts } from '@labelwright/i18n'

/** Loads a page together with the styles and texts that annotators do without. */
export async function withPageParts<M>(load: () => Promise<M>): Promise<M> {
  const [module] = await Promise.all([load(), import('../mantine.pages.css'), loadPageTexts()])
  return module
}

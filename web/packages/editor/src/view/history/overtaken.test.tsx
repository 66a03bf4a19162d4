// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import type { Submission } from '../../core/options'
import { Overtaken } from '../../core/overtaken'
import { type ShownEditor, showEditor, useShownEditors } from '../../testing/showEditor'

const CONFIG = `<View><Text name="t" value="$text"/>
<Choices name="c" toName="t"><Choice value="Yes"/><Choice value="No"/><Choice value="Maybe"/></Choices></View>`
const choice = (value: string) => ({
  id: 'c',
  from_name: 'c',
  to_name: 't',
  type: 'choices',
  value: { choices: [value] },
})
const BEFORE = '2026-01-05T10:00:00Z'
const SINCE = '2026-01-05T11:00:00Z'

/** An annotation that Ben changes to Maybe while it is open here. */
async function overtaken(): Promise<{ page: ShownEditor; taken: Submission[] }> {
  const taken: Submission[] = []
  const update = async (submission: Submission): Promise<void> => {
    if (submission.basedOn !== SINCE) {
      throw new Overtaken({ id: 1, result: [choice('Maybe')], updated_at: SINCE }, 'Ben Okafor ben@example.org, 2')
    }
    taken.push(submission)
  }
  const page = await showEditor(CONFIG, {
    data: { text: 'Some text' },
    task: { annotations: [{ id: 1, result: [choice('No')], updated_at: BEFORE }] },
    on: { update },
  })
  await page.click(page.find('input[aria-label="Yes"]'))
  await page.submit()
  await page.appears('[role="dialog"]', 'Ben Okafor changed this annotation')
  return { page, taken }
}

const press = async (page: ShownEditor, name: string): Promise<void> => {
  await page.click(await page.appears('[role="dialog"] button', name))
}

const answer = (page: ShownEditor): string | undefined =>
  page
    .all('input[type="radio"]')
    .find((it) => (it as HTMLInputElement).checked)
    ?.getAttribute('aria-label') ?? undefined

describe('an annotation that somebody changed meanwhile', () => {
  useShownEditors()

  it('is not overwritten, and one’s own work stays', async () => {
    const { page, taken } = await overtaken()
    expect(taken).toEqual([])
    expect(answer(page)).toBe('Yes')
  })

  it('is overwritten when one says so', async () => {
    const { page, taken } = await overtaken()
    await press(page, 'Keep mine')
    expect(taken.map((it) => it.result)).toMatchObject([[{ value: { choices: ['Yes'] } }]])
  })

  it('can be taken over, and undone', async () => {
    const { page, taken } = await overtaken()
    await press(page, 'Take theirs')
    expect(answer(page)).toBe('Maybe')
    await page.key(document.body, 'z', { ctrlKey: true })
    expect(answer(page)).toBe('Yes')
    await page.submit()
    expect(taken).toHaveLength(1)
  })

  it('can be compared with one’s own', async () => {
    const { page } = await overtaken()
    await press(page, 'See the differences')
    const list = await page.appears('aside[aria-label="Differences"]')
    expect(list.textContent).toContain('A: YesB: Maybe')
    await page.key(document.body, 'Escape')
    expect(answer(page)).toBe('Yes')
  })
})

// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import type { StoredState } from '../../core/options'
import { type ShowOptions, showEditor, useShownEditors } from '../../testing/showEditor'

const CONFIG = `<View><Text name="t" value="$text"/><Labels name="l" toName="t"><Label value="A"/></Labels>
<Choices name="c" toName="t"><Choice value="Yes"/><Choice value="No"/></Choices></View>`
const choice = (value: string) => ({
  id: 'c',
  from_name: 'c',
  to_name: 't',
  type: 'choices',
  value: { choices: [value] },
})

const state = (id: number | null, action: string, value: string): StoredState => ({
  id,
  action,
  result: [choice(value)],
  created_at: '2026-01-05T10:00:00Z',
  created_username: 'Ada Lovelace ada@example.org, 7',
})

const show = (more: ShowOptions = {}) =>
  showEditor(CONFIG, {
    data: { text: 'Some text' },
    result: [choice('No')],
    on: {
      update: async () => undefined,
      history: async () => [state(null, 'updated', 'No'), state(4, 'submitted', 'Yes')],
    },
    ...more,
  })

async function openHistory(page: Awaited<ReturnType<typeof show>>): Promise<void> {
  await page.click(page.all('[role="tab"]').find((it) => it.textContent.startsWith('History')) as HTMLElement)
  await page.appears('section[aria-label="Submitted"] li')
}

const answer = (page: Awaited<ReturnType<typeof show>>): string | undefined =>
  page
    .all('input[type="radio"]')
    .find((it) => (it as HTMLInputElement).checked)
    ?.getAttribute('aria-label') ?? undefined

describe('the history', () => {
  useShownEditors()
  beforeEach(() => localStorage.clear())

  it('lists the steps taken here, and goes to any of them', async () => {
    const page = await show()
    await openHistory(page)
    await page.click(page.find('input[aria-label="Yes"]'))
    const steps = () => page.all('section[aria-label="Steps since opening"] button')
    expect(steps().map((it) => it.textContent)).toEqual(['Answer', 'As opened'])
    await page.click(steps()[1] as HTMLElement)
    expect(answer(page)).toBe('No')
    expect(steps()[1]?.getAttribute('aria-current')).toBe('step')
    await page.click(steps()[0] as HTMLElement)
    expect(answer(page)).toBe('Yes')
  })

  it('shows an earlier state without touching the work', async () => {
    const page = await show()
    await openHistory(page)
    const states = page.all('section[aria-label="Submitted"] button')
    expect(states.map((it) => it.textContent)).toEqual([
      expect.stringMatching(/^ALUpdated Ada Lovelace/),
      expect.stringMatching(/^ALSubmitted Ada Lovelace/),
    ])
    await page.click(states[1] as HTMLElement)
    await page.appears('[role="status"]', 'You see what Ada Lovelace submitted')
    expect(answer(page)).toBe('Yes')
    expect((page.find('input[aria-label="No"]') as HTMLInputElement).disabled).toBe(true)

    expect(await page.submit()).toBeUndefined()
    expect(page.find('footer').textContent).toBe('')

    await page.click(page.named('Back to the present'))
    expect(answer(page)).toBe('No')
  })

  it('goes back to an earlier state as one step, that undo takes back', async () => {
    const page = await show()
    await openHistory(page)
    await page.click(page.all('section[aria-label="Submitted"] button')[1] as HTMLElement)
    await page.click(await page.appears('button', 'Go back to this'))
    expect(answer(page)).toBe('Yes')
    await page.key(document.body, 'z', { ctrlKey: true })
    expect(answer(page)).toBe('No')
  })

  it('says when it could not be read, and tries again', async () => {
    let fails = true
    const history = async (): Promise<StoredState[]> => {
      if (fails) throw new Error('server away')
      return [state(null, 'submitted', 'No')]
    }
    const page = await show({ on: { history } })
    await page.click(page.all('[role="tab"]').find((it) => it.textContent.startsWith('History')) as HTMLElement)
    await page.appears('[role="alert"]', 'server away')
    fails = false
    await page.click(page.named('Try again'))
    await page.appears('section[aria-label="Submitted"] li', 'Submitted')
  })

  it('shows what is submitted below a draft, which stays', async () => {
    const task = {
      annotations: [{ id: 1, result: [choice('No')] }],
      drafts: [{ id: 9, annotation: 1, result: [choice('Yes')] }],
    }
    const page = await show({ task })
    expect(answer(page)).toBe('Yes')
    await page.click(page.find('[aria-label="More actions"]'))
    await page.click(await page.appears('[role="menuitem"]', 'See what is submitted'))
    await page.appears('[role="status"]', 'You see what is submitted')
    expect(answer(page)).toBe('No')
    await page.click(page.named('Back to the draft'))
    expect(answer(page)).toBe('Yes')
  })
})

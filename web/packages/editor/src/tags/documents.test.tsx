// @vitest-environment jsdom
import { act } from 'react'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Json, JsonObject } from '../model'
import { type ShownEditor, showEditor, useShownEditors } from '../testing/showEditor'

// biome-ignore lint/correctness/useHookAtTopLevel: a hook of Vitest, not of React
useShownEditors()
afterEach(() => vi.unstubAllGlobals())

/** Answers every request with these, in turn. */
function answer(...bodies: readonly (string | Error | number)[]): string[] {
  const asked: string[] = []
  const left = [...bodies]
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    const body = left.shift()
    if (body instanceof Error) throw body
    return typeof body === 'number' ? new Response('', { status: body }) : new Response(body)
  })
  return asked
}

const settle = () => act(async () => new Promise((done) => setTimeout(done)))

describe('a text behind an address', () => {
  const config = '<View><Text name="t" value="$url" valueType="url"/></View>'

  it('is fetched and shown', async () => {
    const asked = answer('Ada went to Paris.')
    const ed = await showEditor(config, { data: { url: '/texts/1.txt' } })
    await settle()
    expect(asked).toEqual(['/texts/1.txt'])
    expect(ed.find('[role="document"]').textContent).toBe('Ada went to Paris.')
  })

  it('says what went wrong, and is fetched again when asked', async () => {
    const asked = answer(404, new TypeError('blocked'), 'Here now.')
    const ed = await showEditor(config, { data: { url: '/texts/2.txt' } })
    await settle()
    expect(ed.find('[role="alert"]').textContent).toContain('404')
    await ed.click(ed.named('Try again'))
    await settle()
    expect(ed.find('[role="alert"]').textContent).toContain('cannot be reached')
    await ed.click(ed.named('Try again'))
    await settle()
    expect(ed.find('[role="document"]').textContent).toBe('Here now.')
    expect(asked).toHaveLength(3)
  })

  it('is not asked for when the address is a script', async () => {
    const asked = answer('never')
    const ed = await showEditor(config, { data: { url: 'javascript:alert(1)' } })
    await settle()
    expect(asked).toEqual([])
    expect(ed.find('[role="alert"]').textContent).toContain('no address')
  })
})

describe('a text in a linked file', () => {
  const config = '<View><Text name="t" value="$file" resolver="csv|separator=;|column=said"/></View>'
  // Its chunk is there when it is asked for: otherwise tests would wait for the compiler.
  beforeAll(() => import('./Cell'))

  it('is the cell that the resolver names', async () => {
    const asked = answer('who;said\nAda;"Hello; world"')
    const ed = await showEditor(config, { data: { file: '/talk.csv' } })
    await settle()
    await settle()
    expect(asked).toEqual(['/talk.csv'])
    expect(ed.find('[role="document"]').textContent).toBe('Hello; world')
  })

  it('says when there is no such cell', async () => {
    answer('who;told\nAda;Hello')
    const ed = await showEditor(config, { data: { file: '/talk.csv' } })
    await settle()
    await settle()
    expect(ed.find('[role="alert"]').textContent).toContain('no such cell')
  })
})

describe('the span that is selected', () => {
  const config = (more = '') =>
    `<View><Labels name="l" toName="t"><Label value="A"/></Labels><Text name="t" value="$t" ${more}/></View>`
  const region = (value: JsonObject) => ({
    id: 'r',
    from_name: 'l',
    to_name: 't',
    type: 'labels',
    origin: 'manual',
    value,
  })
  const data = { t: 'Ada 🌍 went to Paris.' }
  const result = [region({ start: 0, end: 3, text: 'Ada', labels: ['A'] })]

  it('has its ends moved by keys, over whole characters', async () => {
    const ed = await showEditor(config(), { data, result, annotationId: 1 })
    await ed.click(ed.find('[role="treeitem"]'))
    const text = ed.find('[role="document"]')
    const alt = { altKey: true, shiftKey: true }
    for (let n = 0; n < 2; n++) await ed.key(text, 'ArrowRight', alt)
    expect((await ed.submit())?.[0]?.value).toEqual({ start: 0, end: 5, text: 'Ada 🌍', labels: ['A'] })
    await ed.key(text, 'ArrowRight', { ...alt, ctrlKey: true })
    expect((await ed.submit())?.[0]?.value).toEqual({ start: 1, end: 5, text: 'da 🌍', labels: ['A'] })
    await ed.key(document.body, 'z', { ctrlKey: true })
    expect((await ed.submit())?.[0]?.value).toEqual({ start: 0, end: 5, text: 'Ada 🌍', labels: ['A'] })
  })

  it('does not get its text written where texts are not saved', async () => {
    const ed = await showEditor(config('saveTextResult="no"'), { data, result, annotationId: 1 })
    await ed.click(ed.find('[role="treeitem"]'))
    await ed.key(ed.find('[role="document"]'), 'ArrowLeft', { altKey: true, shiftKey: true })
    expect((await ed.submit())?.[0]?.value).toEqual({ start: 0, end: 2, labels: ['A'] })
  })

  it('stays where it is for people who only look', async () => {
    const ed = await showEditor(config(), { data, result, annotationId: 1, readOnly: true })
    await ed.click(ed.find('[role="treeitem"]'))
    await ed.key(ed.find('[role="document"]'), 'ArrowRight', { altKey: true, shiftKey: true })
    expect(ed.all('[data-grip]')).toEqual([])
  })
})

describe('Paragraphs', () => {
  it('come from an address too, and say which keys they need', async () => {
    answer('[{"author":"Ada","text":"Hello"}]', '[{"who":"Ada","said":"Hello"}]')
    const config = '<View><Paragraphs name="p" value="$url" valueType="url"/></View>'
    const good = await showEditor(config, { data: { url: '/talk.json' } })
    await settle()
    expect(good.find('[role="document"]').textContent).toContain('Hello')
    const bad = await showEditor(config, { data: { url: '/other.json' } })
    await settle()
    expect(bad.find('[role="alert"]').textContent).toContain('"author" and "text"')
  })
})

describe('a selection in a dialogue', () => {
  const config = `<View><ParagraphLabels name="l" toName="p"><Label value="A"/></ParagraphLabels>
    <Paragraphs name="p" value="$talk"/></View>`
  const data = { talk: [{ author: 'Ada', text: 'Good morning' }] }
  const nodeOf = (ed: ShownEditor, text: string): Node => {
    const walker = document.createTreeWalker(ed.find('[role="document"]'), NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) if (walker.currentNode.textContent === text) return walker.currentNode
    throw new Error(`no ${text}`)
  }
  const drag = async (ed: ShownEditor, from: [string, number], to: [string, number]) => {
    ed.find('[role="document"]').dispatchEvent(new MouseEvent('pointerdown', { bubbles: true, button: 0 }))
    document.getSelection()?.setBaseAndExtent(nodeOf(ed, from[0]), from[1], nodeOf(ed, to[0]), to[1])
    window.dispatchEvent(new MouseEvent('pointerup'))
    await settle()
  }

  it('may begin on the name of a speaker, which it does not take in', async () => {
    const ed = await showEditor(config, { data })
    await ed.key(document.body, '1')
    await drag(ed, ['Ada', 1], ['Good morning', 4])
    expect((await ed.submit())?.[0]?.value).toMatchObject({ start: '0', startOffset: 0, endOffset: 4, text: 'Good' })
  })

  it('is labelled before a key that comes at once, here undo, is heard', async () => {
    const ed = await showEditor(config, { data })
    await ed.key(document.body, '1')
    ed.find('[role="document"]').dispatchEvent(new MouseEvent('pointerdown', { bubbles: true, button: 0 }))
    const text = nodeOf(ed, 'Good morning')
    document.getSelection()?.setBaseAndExtent(text, 0, text, 4)
    window.dispatchEvent(new MouseEvent('pointerup'))
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }))
    await settle()
    expect(await ed.submit()).toEqual([])
  })

  it('of the name alone says that there is nothing to label', async () => {
    const ed = await showEditor(config, { data })
    await ed.key(document.body, '1')
    await drag(ed, ['Ada', 0], ['Ada', 3])
    expect(ed.element.textContent).toContain('no text in the selection')
    expect(await ed.submit()).toEqual([])
  })
})

describe('a dialogue with a recording', () => {
  const talk: Json[] = [
    { author: 'Ada', text: 'Good morning to you', start: 0, end: 2 },
    { author: 'Bob', text: 'And to you', start: 2 },
    { author: 'Ada', text: 'Nobody heard this' },
  ]
  const config = (more: string) => `<View><ParagraphLabels name="l" toName="p"><Label value="A"/></ParagraphLabels>
    <Paragraphs name="p" value="$talk" ${more}/></View>`

  it('has a button at each utterance whose time is known, and a player when told', async () => {
    const data = { talk, sound: '/a.wav' }
    const ed = await showEditor(config('audioUrl="$sound" showPlayer="true"'), { data })
    expect(ed.all('[role="document"] button').map((it) => it.ariaLabel)).toEqual(['Play from 0:00', 'Play from 0:02'])
    expect(ed.find('audio').hasAttribute('controls')).toBe(true)
    const silent = await showEditor(config(''), { data })
    expect(silent.all('audio, [role="document"] button')).toEqual([])
  })

  it('has its regions stepped through by keys', async () => {
    const region = (id: string, start: number, startOffset: number) => ({
      id,
      from_name: 'l',
      to_name: 'p',
      type: 'paragraphlabels',
      value: { start: `${start}`, end: `${start}`, startOffset, endOffset: startOffset + 3, paragraphlabels: ['A'] },
    })
    const result = [region('b', 1, 0), region('a', 0, 0), region('c', 1, 4)]
    const ed = await showEditor(config(''), { data: { talk }, result, annotationId: 1 })
    const step = (key: string) => ed.key(ed.find('[role="document"]'), key, { ctrlKey: true })
    const selected = () => ed.find('[role="treeitem"][aria-selected="true"]').textContent
    await step('ArrowRight')
    expect(selected()).toMatch(/^2/)
    await step('ArrowRight')
    expect(selected()).toMatch(/^1/)
    await step('ArrowLeft')
    await step('ArrowLeft')
    expect(selected()).toMatch(/^3/)
  })
})

describe('HyperText', () => {
  // Its chunk is there when it is asked for: otherwise tests would wait for the compiler.
  beforeAll(() => import('./hypertext/Page'))

  it('without a name is part of the interface, and as safe as any other', async () => {
    const config =
      '<View><HyperText><h3 onclick="alert(1)">How <i>to</i></h3><script>alert(2)</script></HyperText></View>'
    const ed = await showEditor(config)
    await settle()
    expect(ed.find('h3').outerHTML).toBe('<h3>How <i>to</i></h3>')
    expect(ed.all('script, [role="document"]')).toEqual([])
  })

  it('keeps regions that lead nowhere as they came', async () => {
    const config =
      '<View><HyperTextLabels name="l" toName="h"><Label value="A"/></HyperTextLabels><HyperText name="h" value="$h"/></View>'
    const value = { start: '/gone[1]/text()[1]', end: '/gone[1]/text()[1]', startOffset: 1, endOffset: 9 }
    const region = { id: 'r', from_name: 'l', to_name: 'h', type: 'hypertextlabels', origin: 'manual' }
    const result = [{ ...region, value: { ...value, hypertextlabels: ['A'] } }]
    const ed = await showEditor(config, { data: { h: '<p>Now it is shorter.</p>' }, result })
    await settle()
    await ed.click(ed.find('[role="treeitem"]'))
    await ed.type(ed.named('Note') as HTMLTextAreaElement, 'lost')
    await act(async () => ed.named('Note').dispatchEvent(new FocusEvent('focusout', { bubbles: true })))
    expect(await ed.submit()).toEqual([{ ...result[0], meta: { text: ['lost'] } }])
  })
})

describe('Chat', () => {
  const config = '<View><Chat name="c" value="$m" messageroles="user,assistant" editable="assistant"/></View>'
  const data = { m: [{ role: 'user', content: 'Is the ferry late?' }] }

  it('takes messages with Enter, the other role being next, and what is still typed on submit', async () => {
    const ed = await showEditor(config, { data })
    const field = ed.named('Write a message')
    await ed.type(field, '<b>No</b>')
    await ed.key(field, 'Enter')
    await ed.type(field, 'It is on time.')
    const result = await ed.submit()
    expect(result?.map((it) => it.value)).toMatchObject([
      { chatmessage: { role: 'user', content: '<b>No</b>' } },
      { chatmessage: { role: 'assistant', content: 'It is on time.' } },
    ])
    expect(ed.element.textContent).toContain('<b>No</b>')
  })

  it('lets only the named roles be edited, and none of the messages of the task', async () => {
    const message = (id: string, role: string) => ({
      id,
      from_name: 'c',
      to_name: 'c',
      type: 'chatmessage',
      origin: 'manual',
      value: { chatmessage: { role, content: `I am ${role}`, createdAt: 5 } },
    })
    const ed = await showEditor(config, { data, result: [message('a', 'user'), message('b', 'assistant')] })
    await ed.click(ed.named('Edit message'))
    await ed.type(ed.find('textarea[aria-label="Edit message"]'), 'I was wrong')
    await ed.key(ed.find('textarea[aria-label="Edit message"]'), 'Enter', { ctrlKey: true })
    expect((await ed.submit())?.[1]).toEqual({
      ...message('b', 'assistant'),
      value: { chatmessage: { role: 'assistant', content: 'I was wrong', createdAt: 5 } },
    })
  })

  it('lets the annotator answer where the config names a model', async () => {
    const ed = await showEditor('<View><Chat name="c" value="$m" llm="any/model"/></View>', { data })
    await ed.type(ed.named('Write a message'), 'Is it?')
    await ed.key(ed.named('Write a message'), 'Enter')
    await ed.type(ed.named('Write a message'), 'No.')
    const roles = (await ed.submit())?.map((it) => (it.value as { chatmessage: { role: string } }).chatmessage.role)
    expect(roles).toEqual(['user', 'assistant'])
  })

  it('shows no field to people who only look', async () => {
    const ed = await showEditor(config, { data, readOnly: true })
    expect(ed.element.textContent).toContain('Is the ferry late?')
    expect(ed.all('textarea, [aria-label="Edit message"]')).toEqual([])
  })
})

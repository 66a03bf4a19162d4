/** A task that many people and models have worked on, with what a server would answer about it. */

import type { CommentEvents, EditorOptions, StoredState, WireComment, WireItem } from '../src'

const TEXT =
  'Maria Silva joined the harbour authority of Lisbon in March 2019. Before that she spent six years at Northwind Shipping in Rotterdam, where she planned the move of the grain terminal to Pier 7.'

const CONFIG = `<View>
  <Labels name="label" toName="text">
    <Label value="Person" background="#d6336c"/>
    <Label value="Organisation" background="#1c7ed6"/>
    <Label value="Place" background="#2b8a3e"/>
  </Labels>
  <Text name="text" value="$text"/>
  <Choices name="tone" toName="text" showInline="true">
    <Choice value="Positive"/><Choice value="Neutral"/><Choice value="Negative"/>
  </Choices>
  <Rating name="clear" toName="text"/>
</View>`

const NAMES = [
  'Ada Lovelace ada@example.org, 1',
  'Ben Okafor ben@example.org, 2',
  'chen.li@example.org, 3',
  'Dora Maar dora@example.org, 4',
]
const WORDS = [
  ['Maria Silva', 'Person'],
  ['Lisbon', 'Place'],
  ['Northwind Shipping', 'Organisation'],
  ['Rotterdam', 'Place'],
  ['Pier 7', 'Place'],
] as const
const TONES = ['Positive', 'Neutral', 'Neutral', 'Negative'] as const

function span(id: string, text: string, label: string, cut = 0): WireItem {
  const start = TEXT.indexOf(text)
  const value = { start, end: start + text.length - cut, text: text.slice(0, text.length - cut), labels: [label] }
  return { id, from_name: 'label', to_name: 'text', type: 'labels', origin: 'manual', value }
}

const choice = (tone: string): WireItem => ({
  id: 'tone',
  from_name: 'tone',
  to_name: 'text',
  type: 'choices',
  value: { choices: [tone] },
})

const rating = (stars: number): WireItem => ({
  id: 'clear',
  from_name: 'clear',
  to_name: 'text',
  type: 'rating',
  value: { rating: stars },
})

function resultOf(n: number): WireItem[] {
  const spans = WORDS.filter((_, index) => (n + index) % 4 !== 3)
  const marked = spans.map(([text, label], index) =>
    span(
      `r${n}-${index}`,
      text,
      n % 3 === 1 && text === 'Lisbon' ? 'Organisation' : label,
      n % 2 && index === 0 ? 6 : 0,
    ),
  )
  return [...marked, choice(TONES[n % 4] ?? 'Neutral'), rating(2 + (n % 4))]
}

const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString()

export function manyVersions(count: number): Pick<EditorOptions, 'config' | 'task'> {
  const annotations = Array.from({ length: count }, (_, n) => ({
    id: 101 + n,
    created_username: NAMES[n % NAMES.length] as string,
    created_at: hoursAgo(1 + n * 7),
    updated_at: hoursAgo(1 + n * 7),
    lead_time: 20 + n,
    was_cancelled: n % 11 === 5,
    ground_truth: n === 2,
    result: resultOf(n),
  }))
  const predictions = [1, 2].map((id) => ({
    id,
    model_version: `ner-2026.${id}`,
    score: 0.6 + id / 8,
    created_at: hoursAgo(90),
    result: resultOf(id + 1),
  }))
  return { config: CONFIG, task: { id: 12, data: { text: TEXT }, annotations, predictions } }
}

/** The first annotation as it is, and two states it had before. */
export function statesOf(task: EditorOptions['task']): StoredState[] {
  const result = [...(task.annotations?.[0]?.result ?? [])]
  const made = (id: number | null, action: string, by: number, hours: number, count: number): StoredState => ({
    id,
    action,
    result: result.slice(0, count),
    created_at: hoursAgo(hours),
    created_username: NAMES[by] as string,
  })
  return [made(null, 'updated', 0, 1, result.length), made(2, 'updated', 1, 26, 3), made(1, 'submitted', 0, 50, 2)]
}

/** Comments on the first annotation, for as long as the page lives. */
export function commentsInMemory(): CommentEvents {
  const ben = { id: 2, first_name: 'Ben', last_name: 'Okafor' }
  const ada = { id: 1, first_name: 'Ada', last_name: 'Lovelace' }
  const about = { annotation: 101, is_resolved: false, region_ref: null }
  let all: WireComment[] = [
    { ...about, id: 1, text: 'Is the title part of the name here?', created_at: hoursAgo(5), created_by: ben },
    {
      ...about,
      id: 2,
      text: 'The port is meant, not the city.',
      created_at: hoursAgo(2),
      created_by: ben,
      region_ref: { regionId: 'r0-1' },
    },
    { ...about, id: 3, text: 'Typo fixed.', created_at: hoursAgo(30), created_by: ada, is_resolved: true },
  ]
  return {
    list: async () => all,
    add: async ({ text, region_ref, annotationId, draftId }) => {
      const place = { region_ref: region_ref ?? null, annotation: annotationId ?? null, draft: draftId ?? null }
      const made = { id: all.length + 1, text, ...place, is_resolved: false, created_at: hoursAgo(0), created_by: ada }
      all = [...all, made]
      return made
    },
    update: async ({ id, ...change }) => {
      all = all.map((it) => (it.id === id ? { ...it, ...change } : it))
      return all.find((it) => it.id === id) as WireComment
    },
    remove: async ({ id }) => {
      all = all.filter((it) => it.id !== id)
    },
  }
}

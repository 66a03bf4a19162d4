/** Mounts the editor without a server. The address chooses the sample, theme and language: `?sample=boxes&scheme=dark`. */

import { type EditorOptions, mount, type Submission } from '../src'
import '../src/mantine.css'
import { samples } from './samples'
import { suggest } from './smart'
import { commentsInMemory, statesOf } from './versions'

declare global {
  interface Window {
    /** What was handed over, for whoever drives the page. */
    sent: Submission[]
    drafts: unknown[]
    /** Opens another task like this one. */
    openAnother: () => void
  }
}

window.sent = []
window.drafts = []

const asked = new URLSearchParams(location.search)
const sample = samples[asked.get('sample') ?? 'text'] ?? samples.text
const element = document.getElementById('editor')
if (!element || !sample) throw new Error('nothing to mount on')

const take = async (submission: Submission): Promise<void> => {
  window.sent.push(submission)
  sessionStorage.setItem('sent', JSON.stringify(submission.result))
}

/** With `&again` what was handed over last is open as an annotation. */
const opened = sample()
const before = asked.has('again') ? sessionStorage.getItem('sent') : null
const task = before ? { ...opened.task, annotations: [{ id: 9, result: JSON.parse(before) }] } : opened.task

const options: EditorOptions = {
  ...opened,
  task,
  user: { id: 1, email: 'ada@example.org' },
  colorScheme: asked.get('scheme') === 'dark' ? 'dark' : 'light',
  locale: asked.get('locale') === 'zh-CN' ? 'zh-CN' : 'en',
  readOnly: asked.has('readonly'),
  on: {
    submit: take,
    update: take,
    skip: take,
    saveDraft: async (draft) => {
      window.drafts.push(draft)
      return { id: 1 }
    },
    deleteAnnotation: async () => undefined,
    suggest: suggest(asked.get('answer')),
    groundTruth: async () => undefined,
    comments: commentsInMemory(),
    labels: { list: async () => [{ control: 'topic', path: ['Hardware', 'Mouse'] }], add: async () => undefined },
    history: async () => statesOf(opened.task),
    linkTo: (place) => `${location.origin}/?${new URLSearchParams(Object.entries(place))}`,
  },
}
performance.mark('mount')
const { update } = mount(element, { ...options, shadow: false })
let opens = 0
window.openAnother = () => update({ task: { ...task, id: `another-${++opens}` } })

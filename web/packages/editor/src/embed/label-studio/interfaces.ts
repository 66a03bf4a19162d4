/** Label Studio's names for parts of its screen, and the parts of ours that they stand for. All of the mapping is here. */

import type { EditorOptions, Show } from '../../core/options'

interface Meaning {
  /** Parts that are shown because of it. */
  readonly shows?: readonly (keyof Show)[]
  readonly hides?: readonly (keyof Show)[]
  readonly sets?: Pick<EditorOptions, 'allowEmpty'>
}

/** One that is empty is always there, or has no counterpart; `docs/compatibility.md` says which. */
const MEANINGS = {
  'annotation:bulk': {},
  'annotations:add-new': { shows: ['topBar', 'addAnnotation'] },
  'annotations:comments': {},
  'annotations:copy-link': {},
  'annotations:current': { shows: ['topBar'] },
  'annotations:delete': { shows: ['topBar', 'deleteAnnotation'] },
  'annotations:deny-empty': { sets: { allowEmpty: false } },
  'annotations:hide-info': { hides: ['authors'] },
  'annotations:history': {},
  'annotations:menu': { shows: ['topBar'] },
  'annotations:summary': {},
  'annotations:tabs': { shows: ['topBar'] },
  'annotations:view-all': { shows: ['topBar', 'viewAll'] },
  'auto-annotation': {},
  basic: {},
  'comments:reject': {},
  'comments:resolve-any': {},
  'comments:skip': {},
  'comments:update': {},
  controls: {},
  debug: {},
  'edit-history': { shows: ['history'] },
  'ground-truth': { shows: ['topBar', 'groundTruth'] },
  infobar: { shows: ['topBar', 'taskId'] },
  instruction: { shows: ['instruction'] },
  panel: { shows: ['topBar', 'history'] },
  postpone: {},
  predictions: {},
  'predictions:menu': { shows: ['topBar'] },
  'predictions:tabs': { shows: ['topBar', 'predictions'] },
  review: {},
  'side-column': { shows: ['panels'] },
  skip: { shows: ['skip'] },
  submit: { shows: ['submit'] },
  topbar: { shows: ['topBar'] },
  'topbar:prevnext': { shows: ['topBar'] },
  'topbar:task-counter': { shows: ['topBar'] },
  update: { shows: ['update'] },
} as const satisfies Record<string, Meaning>

export type InterfaceName = keyof typeof MEANINGS

export const DEFAULT_INTERFACES: readonly InterfaceName[] = [
  'panel',
  'update',
  'submit',
  'skip',
  'controls',
  'infobar',
  'topbar',
  'instruction',
  'side-column',
  'annotations:history',
  'annotations:tabs',
  'annotations:menu',
  'annotations:current',
  'annotations:add-new',
  'annotations:delete',
  'annotations:view-all',
  'predictions:tabs',
  'predictions:menu',
  'auto-annotation',
  'edit-history',
]

const isKnown = (name: string): name is InterfaceName => Object.hasOwn(MEANINGS, name)

/** The parts that some name stands for: without that name they are not shown. */
const PARTS = new Set(Object.values<Meaning>(MEANINGS).flatMap((it) => it.shows ?? []))

export function optionsFor(names: ReadonlySet<string>): Pick<EditorOptions, 'show' | 'allowEmpty'> {
  const meanings = [...names].filter(isKnown).map((name): Meaning => MEANINGS[name])
  const shown = new Set(meanings.flatMap((it) => it.shows ?? []))
  const hidden = meanings.flatMap((it) => it.hides ?? []).map((part) => [part, false])
  const actions: ReadonlySet<string> = new Set(['submit', 'update', 'skip'])
  const parts = [...PARTS].map((part) => [part, shown.has(part) && (names.has('controls') || !actions.has(part))])
  const show: Show = Object.fromEntries([...parts, ...hidden])
  return Object.assign({ show, allowEmpty: true }, ...meanings.map((it) => it.sets))
}

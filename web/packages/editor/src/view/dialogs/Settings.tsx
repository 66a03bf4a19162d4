/** How a person likes to work here, in sections; kept in the browser. */

import { type TextKey, t } from '@labelwright/i18n'
import { Button, Checkbox } from '@mantine/core'
import { IconLayoutBottombar, IconLayoutSidebar, IconLayoutSidebarRight, IconRestore } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { gather, NO_LAYOUT, settle } from '../../core/layout'
import type { Switch } from '../../core/settings'
import type { TaskEditor } from '../../core/task-editor'
import { useEditor, useSetting } from '../context'
import { homes } from '../panels'
import classes from './settings.module.css'

/** Texts of settings: what it is called, and what it means. */
type Texts = Extract<TextKey, `preferences.${string}`>

interface Item {
  readonly name: Switch
  readonly title: Texts
  readonly more: Texts
}

interface Section {
  readonly id: string
  readonly title: Texts
  /** Only with a config to which it matters. */
  readonly tag?: string
  readonly items: readonly Item[]
}

const SECTIONS: readonly Section[] = [
  {
    id: 'general',
    title: 'preferences.general',
    items: [
      { name: 'keepLabels', title: 'preferences.keepLabels', more: 'preferences.keepLabelsMore' },
      { name: 'selectAfterCreate', title: 'preferences.selectNew', more: 'preferences.selectNewMore' },
      { name: 'showLabels', title: 'preferences.showLabels', more: 'preferences.showLabelsMore' },
      { name: 'hotkeys', title: 'preferences.hotkeys', more: 'preferences.hotkeysMore' },
      { name: 'showHotkeys', title: 'preferences.showHotkeys', more: 'preferences.showHotkeysMore' },
    ],
  },
  {
    id: 'layout',
    title: 'preferences.layout',
    items: [{ name: 'panelOpen', title: 'preferences.panelOpen', more: 'preferences.panelOpenMore' }],
  },
  {
    id: 'image',
    title: 'preferences.image',
    tag: 'Image',
    items: [
      { name: 'smoothing', title: 'preferences.smoothing', more: 'preferences.smoothingMore' },
      { name: 'invertedZoom', title: 'preferences.invertedZoom', more: 'preferences.invertedZoomMore' },
      { name: 'keepTool', title: 'preferences.keepTool', more: 'preferences.keepToolMore' },
    ],
  },
  {
    id: 'text',
    title: 'preferences.text',
    tag: 'Text',
    items: [{ name: 'lineNumbers', title: 'preferences.lineNumbers', more: 'preferences.lineNumbersMore' }],
  },
]

const sectionsFor = ({ config }: TaskEditor): Section[] => {
  const tags = new Set([...config.objects.values()].map(({ tag }) => tag as string))
  return SECTIONS.filter(({ tag }) => tag === undefined || tags.has(tag))
}

export default function Settings() {
  const editor = useEditor()
  const base = useId()
  const sections = sectionsFor(editor)
  const [openId, setOpenId] = useState(sections[0]?.id)
  const at = Math.max(
    0,
    sections.findIndex(({ id }) => id === openId),
  )
  const open = sections[at]
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const next = (at + step + sections.length) % sections.length
    setOpenId(sections[next]?.id)
    event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus()
  }
  return (
    <div className={classes.settings}>
      <div className={classes.side}>
        <div
          role="tablist"
          aria-orientation="vertical"
          aria-label={t('editor.preferences')}
          className={classes.tabs}
          onKeyDown={onKeyDown}
        >
          {sections.map(({ id, title }) => (
            <button
              key={id}
              type="button"
              role="tab"
              id={`${base}-${id}`}
              aria-selected={id === open?.id}
              aria-controls={id === open?.id ? `${base}-panel` : undefined}
              tabIndex={id === open?.id ? 0 : -1}
              data-autofocus={id === open?.id || undefined}
              className={classes.tab}
              onClick={() => setOpenId(id)}
            >
              {t(title)}
            </button>
          ))}
        </div>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          className={classes.reset}
          leftSection={<IconRestore size={14} />}
          onClick={() => editor.settings.reset()}
        >
          {t('preferences.reset')}
        </Button>
      </div>
      {open && (
        <div role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-${open.id}`} className={classes.section}>
          {open.items.map((item) => (
            <Choice key={item.name} item={item} />
          ))}
          {open.id === 'layout' && <Gather />}
        </div>
      )}
    </div>
  )
}

function Choice({ item: { name, title, more } }: { item: Item }) {
  const editor = useEditor()
  return (
    <Checkbox
      label={t(title)}
      description={t(more)}
      checked={useSetting(name)}
      onChange={(event) => editor.settings.set({ [name]: event.currentTarget.checked })}
    />
  )
}

const EDGES = [
  ['left', 'preferences.panelsLeft', IconLayoutSidebar],
  ['right', 'preferences.panelsRight', IconLayoutSidebarRight],
  ['bottom', 'preferences.panelsBottom', IconLayoutBottombar],
] as const

function Gather() {
  const { settings } = useEditor()
  return (
    <>
      <p className={classes.more}>{t('preferences.layoutMore')}</p>
      <div className={classes.buttons}>
        {EDGES.map(([edge, title, Icon]) => (
          <Button
            key={edge}
            variant="default"
            size="xs"
            leftSection={<Icon size={15} />}
            onClick={() =>
              settings.set({ panelOpen: true, layout: gather(settle(settings.current.get().layout, homes), edge) })
            }
          >
            {t(title)}
          </Button>
        ))}
        <Button
          variant="default"
          size="xs"
          leftSection={<IconRestore size={15} />}
          onClick={() => settings.set({ panelOpen: true, layout: NO_LAYOUT })}
        >
          {t('panels.reset')}
        </Button>
      </div>
    </>
  )
}

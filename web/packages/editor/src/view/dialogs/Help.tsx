/** All keys that hold here and now: of commands, of labels and choices, and what mouse and touch do. */

import { t } from '@labelwright/i18n'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { keyLabel } from '../../model'
import { useEditor, useValue } from '../context'
import classes from '../dialogs.module.css'
import { isMac } from '../platform'
import { commandEntries, type Entry, optionEntries } from './entries'
import { Keys } from './Keys'

/** Mouse and touch have no key map: said once, in words. */
const GESTURES = [
  ['editor.gestureZoom', 'editor.gestureZoomKeys'],
  ['editor.gesturePan', 'editor.gesturePanKeys'],
  ['editor.gestureNudge', 'editor.gestureNudgeKeys'],
  ['editor.gestureText', 'editor.gestureTextKeys'],
] as const

export default function Help() {
  const editor = useEditor()
  const { keymapPage } = useValue(editor.options)
  const [query, setQuery] = useState('')
  const fits = (...texts: readonly string[]): boolean =>
    texts.join(' ').toLowerCase().includes(query.trim().toLowerCase())
  const groups = new Map<string, Entry[]>()
  for (const entry of [...commandEntries(editor), ...optionEntries(editor)]) {
    const keys = entry.keys.map(({ key }) => `${key} ${keyLabel(key, isMac)}`)
    if (keys.length === 0 || !fits(entry.title, entry.group, ...keys)) continue
    groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry])
  }
  const gestures = GESTURES.map(([title, keys]) => [t(title), t(keys)] as const).filter((one) => fits(...one))
  return (
    <>
      <TextInput
        data-autofocus
        aria-label={t('editor.searchKeys')}
        placeholder={t('editor.searchKeys')}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      {[...groups].map(([group, entries]) => (
        <section key={group} className={classes.group}>
          <h3>{group}</h3>
          <dl>
            {entries.map((entry) => (
              <div key={entry.id}>
                <dt>{entry.title}</dt>
                <dd>
                  <Keys keys={entry.keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {gestures.length > 0 && (
        <section className={classes.group}>
          <h3>{t('editor.groupMouse')}</h3>
          <dl>
            {gestures.map(([title, keys]) => (
              <div key={title}>
                <dt>{title}</dt>
                <dd>
                  <kbd>{keys}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {groups.size === 0 && gestures.length === 0 && <p className={classes.none}>{t('editor.nothingFound')}</p>}
      {keymapPage && (
        <p className={classes.more}>
          <a href={keymapPage}>{t('editor.changeKeys')}</a>
        </p>
      )}
    </>
  )
}

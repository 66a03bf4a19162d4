/** All versions in a list that can be searched: by number, name, model or state. */

import { t } from '@labelwright/i18n'
import { TextInput } from '@mantine/core'
import { IconCheck, IconSearch } from '@tabler/icons-react'
import { useId, useMemo, useState } from 'react'
import type { Version } from '../../core/versions'
import { useEditor, useValue, useWork } from '../context'
import { Face } from './Face'
import { fullTitle } from './title'
import classes from './versions.module.css'

export default function VersionSearch({ onClose }: { onClose: () => void }) {
  const editor = useEditor()
  const open = useWork().version.key
  useValue(editor.versions)
  const hidden = useValue(editor.options).show?.authors === false
  const [query, setQuery] = useState('')
  const [marked, setMarked] = useState(0)
  const list = useId()
  const all = editor.shownVersions
  const found = useMemo(() => matching(all, query, hidden), [all, query, hidden])
  const at = Math.min(marked, found.length - 1)
  const go = (version: Version | undefined): void => {
    if (!version) return
    onClose()
    void editor.open(version.key)
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setMarked(Math.min(at + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setMarked(Math.max(at - 1, 0))
    else if (event.key === 'Enter') go(found[at])
    else return
    event.preventDefault()
  }
  return (
    <div className={classes.search}>
      <TextInput
        // It came later than the popover whose focus it is.
        ref={focusOnce}
        size="xs"
        leftSection={<IconSearch size={14} />}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={found[at] && `${list}-${found[at].key}`}
        aria-label={t('versions.find')}
        placeholder={t('versions.find')}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value)
          setMarked(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={list} role="listbox" aria-label={t('editor.versions')} className={classes.found}>
        {found.map((version, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field above hears the keys
          <div
            key={version.key}
            id={`${list}-${version.key}`}
            role="option"
            aria-selected={version.key === open}
            data-marked={index === at || undefined}
            className={classes.option}
            ref={(element) => {
              if (index === at) element?.scrollIntoView({ block: 'nearest' })
            }}
            onPointerMove={() => setMarked(index)}
            onClick={() => go(version)}
          >
            <Face version={version} hidden={hidden} />
            <span className={classes.optionText}>{fullTitle(version, hidden)}</span>
            {version.key === open && <IconCheck size={14} aria-hidden />}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className={classes.none}>{t('versions.noneFound')}</p>}
    </div>
  )
}

function focusOnce(field: HTMLInputElement | null): void {
  field?.focus()
}

function matching(versions: readonly Version[], query: string, hidden: boolean): Version[] {
  const words = query.toLocaleLowerCase().split(/\s+/)
  return versions.filter((version) => {
    const text = `${fullTitle(version, hidden)} ${hidden ? '' : (version.by ?? '')}`.toLocaleLowerCase()
    return words.every((word) => text.includes(word))
  })
}

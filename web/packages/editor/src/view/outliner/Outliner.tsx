/** The list of regions: what is searched for, how it is ordered, the rows. */

import { t } from '@labelwright/i18n'
import { ActionIcon } from '@mantine/core'
import { IconEye, IconEyeOff, IconSearch, IconX } from '@tabler/icons-react'
import { useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { isFoundBy, type OutlineRow, outline } from '../../model'
import { Suggested } from '../assist'
import { useAnnotation, useEditor, useSetting, useValue } from '../context'
import { OrderMenu } from './OrderMenu'
import classes from './outliner.module.css'
import { Rows } from './Rows'

export function Outliner() {
  const annotation = useAnnotation()
  const ids = useValue(annotation.document.regionIds)
  const found = useFound()
  const rows = useRows(found)
  return (
    <div className={classes.outliner}>
      <Suggested />
      <div className={classes.head}>
        <Search found={found?.size} />
        <OrderMenu />
        <HideAll />
      </div>
      {ids.length === 0 ? (
        <>
          <div role="tree" aria-label={t('panels.titleRegions')} />
          <p className={classes.empty}>{annotation.readOnly ? t('editor.noRegionsHere') : t('editor.noRegions')}</p>
        </>
      ) : (
        <Rows rows={rows} />
      )}
    </div>
  )
}

/** The regions that are searched for; undefined without a search. While it goes on surfaces leave the others out. */
function useFound(): ReadonlySet<string> | undefined {
  const { document, session, version } = useAnnotation()
  const query = useDeferredValue(useValue(session.filter).trim())
  const changed = useValue(version)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `changed` says that the document did
  const found = useMemo(
    () => (query === '' ? undefined : new Set(document.regionIds.get().filter(isFoundBy(document, query)))),
    [document, query, changed],
  )
  useEffect(() => {
    session.filteredOut.set(found ? document.regionIds.get().filter((id) => !found.has(id)) : [])
  }, [document, session, found])
  // With the list out of sight nobody would know why regions are missing.
  useEffect(() => () => session.filteredOut.clear(), [session])
  return found
}

function useRows(found: ReadonlySet<string> | undefined): readonly OutlineRow[] {
  const { document, session, version } = useAnnotation()
  const tree = useValue(document.parents)
  const changed = useValue(version)
  const folded = useValue(session.folded)
  const [group, sort, direction] = [useSetting('group'), useSetting('sort'), useSetting('direction')]
  // Of the tree in saving order nothing else matters; otherwise labels, scores and places do too.
  const fine = group === 'manual' && sort === 'date' ? tree : changed
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tree` and `fine` say that the document changed
  return useMemo(
    () => outline(document, { group, sort, direction, folded, filter: found && ((id) => found.has(id)) }),
    [document, tree, fine, folded, group, sort, direction, found],
  )
}

function Search({ found }: { found: number | undefined }) {
  const { document, session } = useAnnotation()
  const query = useValue(session.filter)
  const all = useValue(document.regionIds).length
  const field = useRef<HTMLInputElement>(null)
  return (
    <div className={classes.search}>
      <IconSearch size={14} aria-hidden />
      <input
        ref={field}
        type="text"
        aria-label={t('panels.searchRegions')}
        placeholder={t('panels.searchRegions')}
        value={query}
        onChange={(event) => session.filter.set(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || query === '') return
          event.preventDefault()
          event.stopPropagation()
          session.filter.set('')
        }}
      />
      {found !== undefined && (
        <>
          <span className={classes.count} role="status">
            {t('panels.foundOf', { found, all })}
          </span>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={20}
            aria-label={t('panels.searchClear')}
            onClick={() => {
              session.filter.set('')
              field.current?.focus()
            }}
          >
            <IconX size={13} />
          </ActionIcon>
        </>
      )}
    </div>
  )
}

function HideAll() {
  const editor = useEditor()
  const hidden = useValue(useAnnotation().session.hidden)
  const title = hidden.size > 0 ? t('editor.showAll') : t('editor.cmdHideAll')
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={26}
      aria-label={title}
      title={title}
      onClick={() => editor.actions.toggleAllHidden()}
    >
      {hidden.size > 0 ? <IconEyeOff size={15} /> : <IconEye size={15} />}
    </ActionIcon>
  )
}

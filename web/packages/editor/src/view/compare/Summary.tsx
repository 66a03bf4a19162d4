/** What everybody said, control by control: one row a version, all of it added up on top, and the task's data below. */

import { t } from '@labelwright/i18n'
import { useMemo } from 'react'
import type { Snapshot } from '../../core/views'
import {
  addUp,
  type Config,
  type Control,
  LabelDocument,
  meanOf,
  summaryControls,
  type Tally,
  tallyOf,
} from '../../model'
import { useEditor, useValue } from '../context'
import { Face } from '../versions/Face'
import { fullTitle } from '../versions/title'
import classes from './compare.module.css'
import { TaskData } from './TaskData'

interface Row {
  readonly snapshot: Snapshot
  readonly tallies: readonly Tally[]
}

export function Summary({ snapshots }: { snapshots: readonly Snapshot[] }) {
  const editor = useEditor()
  const { config } = editor
  const hidden = useValue(editor.options).show?.authors === false
  const controls = useMemo(() => summaryControls(config), [config])
  const rows = useMemo(() => rowsOf(config, controls, snapshots), [config, controls, snapshots])
  return (
    <div className={classes.summary}>
      <div className={classes.tableBox}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('versions.version')}</th>
              {controls.map((control) => (
                <th key={control.name} scope="col">
                  {control.name} <span className={classes.tag}>{control.tag}</span>
                </th>
              ))}
            </tr>
            <tr className={classes.distribution}>
              <th scope="row">{t('versions.distribution')}</th>
              {controls.map((control, index) => (
                <td key={control.name}>
                  <Distribution control={control} tally={addUp(rows.map((row) => row.tallies[index] ?? new Map()))} />
                </td>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ snapshot: { version }, tallies }) => (
              <tr key={version.key} className={classes.row} onClick={() => void editor.open(version.key)}>
                <th scope="row">
                  <button type="button" className={classes.rowTitle} onClick={() => void editor.open(version.key)}>
                    <Face version={version} hidden={hidden} />
                    <span>{fullTitle(version, hidden)}</span>
                  </button>
                </th>
                {controls.map((control, index) => (
                  <td key={control.name}>
                    <Values control={control} tally={tallies[index] ?? new Map()} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <TaskData data={config.data} />
    </div>
  )
}

/** Drafts are nobody's word yet. */
function rowsOf(config: Config, controls: readonly Control[], snapshots: readonly Snapshot[]): Row[] {
  return snapshots
    .filter(({ version }) => version.kind !== 'new')
    .map((snapshot) => {
      const { document } = LabelDocument.decode(config, snapshot.version.submitted ?? snapshot.result)
      return { snapshot, tallies: controls.map((control) => tallyOf(document, control)) }
    })
}

const colourOf = (control: Control, value: string): string | undefined =>
  [...control.byStored.values()].find((option) => option.value === value)?.colour

function Values({ control, tally }: { control: Control; tally: Tally }) {
  if (tally.size === 0) return <span className={classes.nothing}>–</span>
  return (
    <span className={classes.values}>
      {[...tally].map(([value, count]) => (
        <span key={value} className={classes.value} title={value}>
          <Swatch colour={colourOf(control, value)} />
          <span className={classes.valueText}>{value}</span>
          {(control.labels || count > 1) && <span className={classes.times}>{count}</span>}
        </span>
      ))}
    </span>
  )
}

/** So many values are told apart; the rest is counted. */
const TOLD = 6

function Distribution({ control, tally }: { control: Control; tally: Tally }) {
  const mean = meanOf(tally)
  const total = [...tally.values()].reduce((sum, count) => sum + count, 0)
  const shown = [...tally].slice(0, TOLD)
  if (total === 0) return <span className={classes.nothing}>–</span>
  return (
    <div className={classes.bars}>
      {mean !== undefined && <span className={classes.mean}>{t('versions.mean', { value: mean.toFixed(2) })}</span>}
      {shown.map(([value, count]) => (
        <div key={value} className={classes.share} title={value}>
          <span
            className={classes.fill}
            style={{ width: `${(count / total) * 100}%`, background: colourOf(control, value) }}
          />
          <span className={classes.valueText}>{value}</span>
          <span className={classes.times}>
            {count} · {Math.round((count / total) * 100)} %
          </span>
        </div>
      ))}
      {tally.size > TOLD && (
        <span className={classes.nothing}>{t('versions.moreValues', { count: tally.size - TOLD })}</span>
      )}
    </div>
  )
}

const Swatch = ({ colour }: { colour: string | undefined }) =>
  colour === undefined ? null : <span className={classes.swatch} style={{ background: colour }} />

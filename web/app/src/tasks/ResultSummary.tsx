import { useMemo } from 'react'
import { labelColours } from './labels.ts'
import classes from './tasks.module.css'

interface ResultSummaryProps {
  counts: Readonly<Record<string, number>>
  config: string
}

/** Of results: which labels they use, the most frequent first, in their colours. */
export default function ResultSummary({ counts, config }: ResultSummaryProps) {
  const colours = useMemo(() => labelColours(config), [config])
  const labels = Object.entries(counts).toSorted(([, one], [, other]) => other - one)
  return (
    <ul className={classes.labels} title={labels.map(([label, count]) => `${label} × ${count}`).join(', ')}>
      {labels.slice(0, SHOWN).map(([label, count]) => (
        <li key={label}>
          <span className={classes.swatch} style={{ background: colours.get(label) ?? 'var(--lw-line)' }} />
          {label}
          {count > 1 && <small>{count}</small>}
        </li>
      ))}
    </ul>
  )
}

/** Taxonomies may have thousands; no cell has room for them. */
const SHOWN = 30

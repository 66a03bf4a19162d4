import { Text } from '@mantine/core'
import { useMemo } from 'react'
import { labelColours, labelsIn } from './labels.ts'
import classes from './tasks.module.css'

/** Of results, as the server begins them: which labels they use, in their colours. */
export default function ResultSummary({ text, config }: { text: string; config: string }) {
  const colours = useMemo(() => labelColours(config), [config])
  const labels = labelsIn(text)
  if (labels.length === 0) {
    return (
      <Text size="sm" className={classes.text} title={text}>
        {text}
      </Text>
    )
  }
  return (
    <ul className={classes.labels} title={labels.map(({ label, count }) => `${label} × ${count}`).join(', ')}>
      {labels.map(({ label, count }) => (
        <li key={label}>
          <span className={classes.swatch} style={{ background: colours.get(label) ?? 'var(--lw-line)' }} />
          {label}
          {count > 1 && <small>{count}</small>}
        </li>
      ))}
    </ul>
  )
}

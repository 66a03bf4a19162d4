/** What is wrong with the label config, over the interface that is drawn all the same. */

import { t } from '@labelwright/i18n'
import { useMemo } from 'react'
import { check } from '../model'
import { Card } from './Card'
import classes from './card.module.css'

const MOST = 8

export default function ConfigProblems({ config }: { config: string }) {
  const problems = useMemo(() => check(config).filter((it) => it.severity === 'error'), [config])
  if (problems.length === 0) return null
  return (
    <div className={classes.over}>
      <Card tone="error" title={t('editor.configProblems', { count: problems.length })}>
        <ul className={classes.list}>
          {problems.slice(0, MOST).map((it) => (
            <li key={`${it.line}:${it.column}:${it.code}:${it.message}`}>
              {t('editor.problemAt', { line: String(it.line), column: String(it.column), message: it.message })}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}

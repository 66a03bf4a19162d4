/** Over the task: that a model is being asked, what went wrong, how many suggestions wait. */

import { t } from '@labelwright/i18n'
import { Button, CloseButton, Loader } from '@mantine/core'
import type { Suggestions } from '../../core/suggestions'
import { useValue } from '../context'
import classes from './assist.module.css'
import { useOffered } from './useSuggestions'

export function AssistStatus({ suggestions }: { suggestions: Suggestions }) {
  const asking = useValue(suggestions.asking)
  const waiting = useOffered(suggestions).length
  const shown = asking.kind !== 'idle' || waiting > 0
  return (
    <div role="status">
      {shown && (
        <div className={classes.status} data-bad={asking.kind === 'failed' || undefined}>
          <State suggestions={suggestions} />
          {waiting > 0 && asking.kind !== 'asking' && <Decide suggestions={suggestions} count={waiting} />}
        </div>
      )}
    </div>
  )
}

function State({ suggestions }: { suggestions: Suggestions }) {
  const asking = useValue(suggestions.asking)
  switch (asking.kind) {
    case 'idle':
      return null
    case 'asking':
      return (
        <>
          <Loader size={16} />
          <span>{t('assist.asking')}</span>
          <CloseButton size="sm" aria-label={t('assist.cancel')} onClick={() => suggestions.withdraw()} />
        </>
      )
    case 'nothing':
      return (
        <>
          <span>{t('assist.nothing')}</span>
          <CloseButton size="sm" aria-label={t('assist.dismiss')} onClick={() => suggestions.withdraw()} />
        </>
      )
    case 'failed':
      return (
        <>
          <span className={classes.message}>
            {asking.message === undefined
              ? t('assist.unreadable')
              : t('assist.failed', {
                  message: /[.!?。]$/.test(asking.message) ? asking.message : `${asking.message}.`,
                })}
          </span>
          <Button size="compact-xs" variant="default" onClick={suggestions.askAgain}>
            {t('assist.askAgain')}
          </Button>
          <CloseButton size="sm" aria-label={t('assist.dismiss')} onClick={() => suggestions.withdraw()} />
        </>
      )
  }
}

function Decide({ suggestions, count }: { suggestions: Suggestions; count: number }) {
  return (
    <>
      <span>{t('assist.newsSuggested', { count })}</span>
      <Button size="compact-xs" onClick={suggestions.acceptAll}>
        {t('assist.acceptAll')}
      </Button>
      <Button size="compact-xs" variant="default" onClick={suggestions.rejectAll}>
        {t('assist.rejectAll')}
      </Button>
    </>
  )
}

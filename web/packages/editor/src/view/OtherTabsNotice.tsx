/** The task is open in another tab of the same person: where does the work go on? */

import { t } from '@labelwright/i18n'
import { Button } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useEditor, useValue } from './context'
import classes from './shell.module.css'

export default function OtherTabsNotice() {
  const { tabs } = useEditor()
  const state = useValue(tabs.state)
  const [busy, setBusy] = useState(false)
  const workHere = (): void => {
    setBusy(true)
    void tabs.workHere().finally(() => setBusy(false))
  }
  return (
    <div className={classes.otherTabs} role="alert">
      <IconCopy size={16} aria-hidden />
      <span>{state === 'held' ? t('versions.tabHeld') : t('versions.tabShared')}</span>
      <Button size="compact-sm" loading={busy} onClick={workHere}>
        {t('versions.workHere')}
      </Button>
    </div>
  )
}

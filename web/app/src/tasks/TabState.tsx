import { t } from '@labelwright/i18n'
import { ActionIcon } from '@mantine/core'
import { IconCloudUp } from '@tabler/icons-react'
import classes from './tasks.module.css'
import type { Tabs } from './useTabs.ts'

/** Whether what was changed in the open tab is saved. */
export function TabState({ tabs: { unsaved, save } }: { tabs: Tabs }) {
  if (unsaved === 'failed') {
    return (
      <ActionIcon
        size="sm"
        color="red"
        aria-label={t('data.tab_not_saved')}
        title={t('data.tab_not_saved')}
        onClick={save}
      >
        <IconCloudUp size={16} />
      </ActionIcon>
    )
  }
  if (unsaved === 'waiting' || unsaved === 'saving') {
    return (
      <span role="img" className={classes.unsaved} aria-label={t('data.tab_saving')} title={t('data.tab_saving')} />
    )
  }
  return null
}

import { t } from '@labelwright/i18n'
import { Button, Text } from '@mantine/core'
import classes from './tasks.module.css'
import type { Tabs } from './useTabs.ts'

/** Somebody else has changed in this tab what is changed here: whose holds? */
export function TabClash({ tabs: { resolve } }: { tabs: Tabs }) {
  return (
    <div className={`${classes.bulk} ${classes.clash}`} role="alert">
      <Text size="sm" fw={600}>
        {t('data.tab_clash')}
      </Text>
      <Button size="xs" variant="default" onClick={() => resolve('theirs')}>
        {t('data.tab_theirs')}
      </Button>
      <Button size="xs" variant="default" onClick={() => resolve('mine')}>
        {t('data.tab_mine')}
      </Button>
    </div>
  )
}

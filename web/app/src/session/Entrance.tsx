import { t } from '@labelwright/i18n'
import { Paper, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { BrandMark } from '../shell/Brand.tsx'
import { LanguageSwitch } from '../shell/LanguageSwitch.tsx'
import classes from './Entrance.module.css'
import { EntrancePicture } from './EntrancePicture.tsx'

/** The frame of the pages before the log-in. */
export function Entrance({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={classes.page}>
      <main className={classes.form}>
        <div className={classes.brand}>
          <BrandMark size={34} />
          <Text fw={700} size="lg">
            Labelwright
          </Text>
        </div>
        <Paper p="xl" className="lw-surface" shadow="sm">
          <Title order={1} mb="lg">
            {title}
          </Title>
          {children}
        </Paper>
        <div className={classes.language}>
          <LanguageSwitch />
        </div>
      </main>
      <aside className={classes.picture} aria-hidden="true">
        <EntrancePicture />
        <Text className={classes.claim}>{t('account.claim')}</Text>
      </aside>
    </div>
  )
}

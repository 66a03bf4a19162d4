/** A titled part of a page of settings. */

import { Paper, Stack, Title } from '@mantine/core'
import type { ReactNode } from 'react'

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper component="section" p="xl" className="lw-surface" aria-label={title}>
      <Title order={2} mb="md">
        {title}
      </Title>
      <Stack>{children}</Stack>
    </Paper>
  )
}

import { t } from '@labelwright/i18n'
import { Alert, Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { messageOf } from '../kit/message.ts'

interface SaveBarProps {
  changed: boolean
  busy: boolean
  error: unknown
  children?: ReactNode
}

/** The end of a settings form: what went wrong, and Save. */
export function SaveBar({ changed, busy, error, children }: SaveBarProps) {
  return (
    <>
      {error !== null && error !== undefined && (
        <Alert color="red" role="alert" style={{ whiteSpace: 'pre-wrap' }}>
          {messageOf(error)}
        </Alert>
      )}
      {children}
      <Group>
        <Button type="submit" disabled={!changed} loading={busy}>
          {t('common.save')}
        </Button>
      </Group>
    </>
  )
}

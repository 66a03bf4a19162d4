/** Which page of several, how to turn, and, where it can be chosen, how much a page holds. */

import { t } from '@labelwright/i18n'
import { ActionIcon, NativeSelect } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import classes from './pager.module.css'

interface PagerProps {
  /** From 0. */
  readonly page: number
  readonly count: number
  readonly onTurn: (page: number) => void
  readonly size?: { readonly now: number; readonly choices: readonly number[]; readonly set: (size: number) => void }
}

export function Pager({ page, count, onTurn, size }: PagerProps) {
  return (
    <div className={classes.pager}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('editor.previousPage')}
        disabled={page === 0}
        onClick={() => onTurn(page - 1)}
      >
        <IconChevronLeft size={18} />
      </ActionIcon>
      <span aria-live="polite">{t('editor.pageOf', { page: page + 1, pages: count })}</span>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('editor.nextPage')}
        disabled={page >= count - 1}
        onClick={() => onTurn(page + 1)}
      >
        <IconChevronRight size={18} />
      </ActionIcon>
      {size && (
        <NativeSelect
          size="xs"
          aria-label={t('editor.pageSize')}
          value={size.now}
          data={size.choices.map((choice) => ({
            value: String(choice),
            label: t('editor.perPage', { count: choice }),
          }))}
          onChange={(event) => size.set(Number(event.currentTarget.value))}
        />
      )}
    </div>
  )
}

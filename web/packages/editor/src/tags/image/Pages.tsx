/** Turning the pages of an image with several. */

import { t } from '@labelwright/i18n'
import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import classes from './image.module.css'

interface PagesProps {
  readonly page: number
  readonly count: number
  readonly onTurn: (page: number) => void
}

export function Pages({ page, count, onTurn }: PagesProps) {
  return (
    <div className={classes.pages}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('editor.previousPage')}
        disabled={page === 0}
        onClick={() => onTurn(page - 1)}
      >
        <IconChevronLeft size={18} />
      </ActionIcon>
      {t('editor.pageOf', { page: page + 1, pages: count })}
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('editor.nextPage')}
        disabled={page === count - 1}
        onClick={() => onTurn(page + 1)}
      >
        <IconChevronRight size={18} />
      </ActionIcon>
    </div>
  )
}

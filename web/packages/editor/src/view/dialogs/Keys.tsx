/** Keys as the keyboard prints them; one that does something else here is struck out. */

import { t } from '@labelwright/i18n'
import { keyLabel } from '../../model'
import classes from '../dialogs.module.css'
import { isMac } from '../platform'
import type { ShownKey } from './entries'

export function Keys({ keys }: { keys: readonly ShownKey[] }) {
  return keys.map(({ key, takenBy }) =>
    takenBy === undefined ? (
      <kbd key={key}>{keyLabel(key, isMac)}</kbd>
    ) : (
      <span key={key} className={classes.taken}>
        <kbd>
          <s>{keyLabel(key, isMac)}</s>
        </kbd>{' '}
        {t('editor.keyTaken', { name: takenBy })}
      </span>
    ),
  )
}

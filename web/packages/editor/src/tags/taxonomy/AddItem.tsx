/** Adding what is missing from the tree: at the top, or in the item that was gone to. */

import { t } from '@labelwright/i18n'
import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Item } from './items'
import classes from './taxonomy.module.css'

interface AddItemProps {
  /** The item that was gone to. */
  readonly active: Item | undefined
  /** What is searched for is what the new item is likely to be called. */
  readonly search: string
  readonly onAdd: (name: string, parent: Item | undefined) => void
  /** Nothing is typed here any more. */
  readonly onDone: () => void
}

export function AddItem({ active, search, onAdd, onDone }: AddItemProps) {
  const [open, setOpen] = useState<{ readonly parent: Item | undefined }>()
  const start = (parent: Item | undefined) => (
    <Button
      size="compact-xs"
      variant="subtle"
      color="gray"
      fw={500}
      leftSection={<IconPlus size={14} />}
      onClick={() => setOpen({ parent })}
    >
      {parent ? t('forms.addItemIn', { name: parent.title }) : t('forms.addItem')}
    </Button>
  )
  if (!open) {
    return (
      <div className={classes.add}>
        {start(undefined)}
        {active && start(active)}
      </div>
    )
  }
  const close = (): void => {
    setOpen(undefined)
    onDone()
  }
  return <Name parent={open.parent} search={search} onAdd={onAdd} onClose={close} />
}

interface NameProps extends Pick<AddItemProps, 'search' | 'onAdd'> {
  readonly parent: Item | undefined
  readonly onClose: () => void
}

function Name({ parent, search, onAdd, onClose }: NameProps) {
  const [name, setName] = useState(search.trim())
  const asked = parent ? t('forms.newItemIn', { name: parent.title }) : t('forms.newItem')
  return (
    <TextInput
      autoFocus
      size="xs"
      aria-label={asked}
      placeholder={asked}
      value={name}
      onChange={(event) => setName(event.currentTarget.value)}
      onKeyDown={(event) => {
        if ((event.key !== 'Enter' && event.key !== 'Escape') || event.nativeEvent.isComposing) return
        event.preventDefault()
        event.stopPropagation()
        if (event.key === 'Enter') {
          if (name.trim() === '') return
          onAdd(name.trim(), parent)
        }
        onClose()
      }}
    />
  )
}

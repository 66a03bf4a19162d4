/** Dialogs: help with all keys, the command palette, the instruction, and questions before something is gone. */

import { t } from '@labelwright/i18n'
import { Button, Group, Modal, Text } from '@mantine/core'
import { lazy, type ReactNode } from 'react'
import { Markup } from '../../tags/Markup'
import { useEditor, useValue } from '../context'
import { useFocusReturn } from '../useFocusReturn'

const Help = lazy(() => import('./Help'))
const Palette = lazy(() => import('./Palette'))
const Settings = lazy(() => import('./Settings'))

export default function OpenDialog() {
  const editor = useEditor()
  const open = useValue(editor.dialog)
  const close = (): void => editor.dialog.set(undefined)
  switch (open) {
    case 'help':
      return (
        <Frame title={t('editor.help')} onClose={close} size="xl">
          <Help />
        </Frame>
      )
    case 'palette':
      return (
        <Frame title={t('editor.cmdPalette')} onClose={close} size="md" atTop>
          <Palette onClose={close} />
        </Frame>
      )
    case 'settings':
      return (
        <Frame title={t('editor.preferences')} onClose={close} size="lg" atTop>
          <Settings />
        </Frame>
      )
    case 'instruction':
      return (
        <Frame title={t('editor.instruction')} onClose={close} size="lg">
          <Markup html={editor.options.get().instruction ?? ''} />
        </Frame>
      )
    case 'deleteAll':
      return (
        <Question
          title={t('editor.cmdDeleteAll')}
          onClose={close}
          onConfirm={() => editor.actions.remove(editor.annotation?.document.regionIds.get() ?? [])}
        >
          {t('editor.deleteAllMore', { count: editor.annotation?.document.regionIds.get().length ?? 0 })}
        </Question>
      )
    case 'deleteVersion':
      return (
        <Question title={t('editor.deleteVersion')} onClose={close} onConfirm={() => void editor.deleteOpen()}>
          {t('editor.deleteVersionMore')}
        </Question>
      )
    default:
      return null
  }
}

interface FrameProps {
  readonly title: string
  readonly size?: string
  readonly onClose: () => void
  /** What changes its height while one types should stay where it is. */
  readonly atTop?: boolean
  readonly children: ReactNode
}

function Frame({ title, size = 'md', onClose, atTop = false, children }: FrameProps) {
  useFocusReturn()
  return (
    <Modal
      opened
      title={title}
      size={size}
      centered={!atTop}
      yOffset={atTop ? '12vh' : '5dvh'}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('editor.close') }}
    >
      {children}
    </Modal>
  )
}

function Question({ title, onClose, onConfirm, children }: FrameProps & { readonly onConfirm: () => void }) {
  return (
    <Frame title={title} onClose={onClose}>
      <Text size="sm">{children}</Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('editor.cancel')}
        </Button>
        <Button
          color="red"
          data-autofocus
          onClick={() => {
            onClose()
            onConfirm()
          }}
        >
          {t('editor.delete')}
        </Button>
      </Group>
    </Frame>
  )
}

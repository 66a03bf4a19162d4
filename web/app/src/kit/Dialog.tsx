import { t } from '@labelwright/i18n'
import { Modal, type ModalProps } from '@mantine/core'
import { useEffect } from 'react'

let open = 0

/**
 * A modal dialog that really is one: while it is open the page behind is out of reach for keys and screen readers.
 * Afterwards the focus goes back to where it was; Mantine does not know that of a dialog that comes opened.
 */
export function Dialog(props: ModalProps) {
  useEffect(() => {
    if (!props.opened) return undefined
    const page = document.getElementById('root')
    const before = document.activeElement
    open += 1
    page?.setAttribute('inert', '')
    page?.setAttribute('aria-hidden', 'true')
    return () => {
      open -= 1
      if (open === 0) {
        page?.removeAttribute('inert')
        page?.removeAttribute('aria-hidden')
      }
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [props.opened])
  return <Modal centered returnFocus={false} closeButtonProps={{ 'aria-label': t('common.close') }} {...props} />
}

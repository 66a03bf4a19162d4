import { t } from '@labelwright/i18n'
import { Modal, type ModalProps } from '@mantine/core'
import { useEffect } from 'react'

let open = 0

/** A modal dialog that really is one: while it is open the page behind is out of reach for keys and screen readers. */
export function Dialog(props: ModalProps) {
  useEffect(() => {
    if (!props.opened) return undefined
    const page = document.getElementById('root')
    open += 1
    page?.setAttribute('inert', '')
    page?.setAttribute('aria-hidden', 'true')
    return () => {
      open -= 1
      if (open > 0) return
      page?.removeAttribute('inert')
      page?.removeAttribute('aria-hidden')
    }
  }, [props.opened])
  return <Modal centered closeButtonProps={{ 'aria-label': t('common.close') }} {...props} />
}

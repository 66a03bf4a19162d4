import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'

export const HEADER_SLOT = 'header-slot'

/** Puts what a page has to say into the header, where it takes no room from the page. */
export function HeaderSlot({ children }: { children: ReactNode }) {
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  useEffect(() => setSlot(document.getElementById(HEADER_SLOT)), [])
  return slot && createPortal(children, slot)
}

/** What an option looks like wherever it is offered: its name or its own mark-up, and its key. */

import type { Option, TagNode } from '../../model'
import { KeyHint } from '../../view/KeyHint'
import { Markup } from '../Markup'

export function Face({ option }: { option: Option }) {
  const { html } = (option.node as TagNode<'Choice'>).attrs
  return (
    <>
      {html ? <Markup html={html} /> : option.value}
      <KeyHint of={option.key} />
    </>
  )
}

/** A conversation that the annotator can go on with. */

import { t } from '@labelwright/i18n'
import { useEffect, useRef } from 'react'
import {
  type Control,
  givenMessages,
  inOrderOfWriting,
  type Message,
  type ObjectTag,
  splitList,
  type TagNode,
} from '../../model'
import { Card } from '../../view/Card'
import { complaintText } from '../../view/complaints'
import { useAnnotation, useEditor, useValue } from '../../view/context'
import { defineTag } from '../tag'
import { Composer } from './Composer'
import classes from './chat.module.css'
import { Bubble, OwnMessage } from './OwnMessage'

function ChatTag({ node }: { node: TagNode<'Chat'> }) {
  const { config } = useAnnotation()
  const { name } = node.attrs
  const [object, control] = [config.objects.get(name), config.controls.get(name)]
  if (!object || !control) return null
  const given = givenMessages(object.value)
  if (given) return <Conversation node={node} object={object} control={control} given={given} />
  return (
    <Card tone="error" title={t('editor.noMessages', { name })}>
      {t('editor.noMessagesMore')}
    </Card>
  )
}

interface ConversationProps {
  readonly node: TagNode<'Chat'>
  readonly object: ObjectTag
  readonly control: Control
  readonly given: readonly Message[]
}

function Conversation({ node, object, control, given }: ConversationProps) {
  const annotation = useAnnotation()
  const { messageroles, maxMessages } = node.attrs
  const own = inOrderOfWriting(useValue(annotation.document.followRegionsOn(object.name)))
  const box = useRef<HTMLOListElement>(null)
  useSurface(object.name, box)
  const named = splitList(messageroles ?? '')
  // No model answers here, so that with `llm` too both sides are the annotator's.
  const roles = named.length > 0 ? named : ['user', 'assistant']
  const count = given.length + own.length
  return (
    <section className={`${classes.chat} htx-chat`} aria-label={object.name}>
      <ol ref={box} className={classes.messages}>
        {given.map((message, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the task's messages never change
          <li key={index} className={classes.item} data-role={message.role}>
            <Bubble head={<span className={classes.role}>{message.role}</span>}>{message.content}</Bubble>
          </li>
        ))}
        {own.map((region) => (
          <OwnMessage key={region.id} region={region} editable={isEditable(node.attrs.editable)} />
        ))}
      </ol>
      {!annotation.readOnly &&
        (maxMessages !== undefined && count >= maxMessages ? (
          <p className={classes.hint}>{t('editor.chatFull', { count: maxMessages })}</p>
        ) : (
          <Composer object={object} roles={roles} />
        ))}
      <Complaint control={control} />
    </section>
  )
}

/** The list of regions can bring a message into view. */
function useSurface(name: string, box: React.RefObject<HTMLElement | null>): void {
  const editor = useEditor()
  useEffect(() => {
    const surface = {
      tools: [],
      cancel: () => false,
      reveal: (id: string) =>
        box.current?.querySelector(`[data-region="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'nearest' }),
    }
    editor.surfaces.set(name, surface)
    return () => void editor.surfaces.delete(name)
  }, [editor, name, box])
}

/** `editable` is true, false or a list of roles. */
function isEditable(editable: unknown): (role: string) => boolean {
  const written = String(editable)
  if (written === 'true' || written === 'false') return () => written === 'true'
  const roles = splitList(written)
  return (role) => roles.includes(role)
}

function Complaint({ control }: { control: Control }) {
  const editor = useEditor()
  const complaint = useValue(editor.complaint)
  const mine = complaint && 'control' in complaint && complaint.control === control.name
  if (!mine) return null
  return (
    <p className={classes.complaint} role="alert">
      {complaintText(complaint, editor.config)}
    </p>
  )
}

export const chat = defineTag('Chat', ChatTag)

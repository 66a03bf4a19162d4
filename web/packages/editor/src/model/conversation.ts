/** A conversation: the messages of the task, which are fixed, and those of the annotation, which are regions. */

import { asText, isObject } from './config'
import type { Json, Region } from './records'

export interface Message {
  readonly role: string
  readonly content: string
}

/** The messages a task brings along; a list as JSON text will do, nothing is an empty one. Undefined for anything else. */
export function givenMessages(value: Json | undefined): Message[] | undefined {
  const list = typeof value === 'string' ? parsed(value) : value
  if (list === undefined || list === null) return []
  if (!Array.isArray(list) || !list.every(isObject)) return undefined
  return list.map(messageIn)
}

/** What a region of a conversation says. */
export const messageOf = ({ shape }: Region): Message => messageIn(isObject(shape.chatmessage) ? shape.chatmessage : {})

/** Messages of an annotation in the order in which they were written. */
export function inOrderOfWriting(regions: readonly Region[]): Region[] {
  const time = ({ shape }: Region): number => {
    const at = isObject(shape.chatmessage) ? shape.chatmessage.createdAt : undefined
    return typeof at === 'number' ? at : 0
  }
  return [...regions].sort((a, b) => time(a) - time(b))
}

const messageIn = ({ role, content }: { [key: string]: Json }): Message => ({
  role: asText(role),
  content: asText(content),
})

function parsed(text: string): Json | undefined {
  if (text.trim() === '') return undefined
  try {
    return JSON.parse(text) as Json
  } catch {
    return text
  }
}

/** Text answers: one field, and the entries made with it. What is typed and not added yet is added on submit. */

import { t } from '@labelwright/i18n'
import { ActionIcon, Button, Textarea } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Control, isTag, type Json, type TagNode } from '../../model'
import { useAnnotation, useEditor } from '../../view/context'
import { Question } from '../../view/Question'
import { RenderNode } from '../../view/RenderNode'
import { useAnswer } from '../../view/useAnswer'
import { Fields } from '../shortcut/Fields'
import { defineTag } from '../tag'
import classes from './textarea.module.css'

function TextAreaTag({ node }: { node: TagNode<'TextArea'> }) {
  const { config } = useAnnotation()
  const control = config.controls.get(node.attrs.name)
  return control ? <Entries node={node} control={control} /> : null
}

const textsIn = (value: Json | undefined): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

function Entries({ node, control }: { node: TagNode<'TextArea'>; control: Control }) {
  const { value, set, readOnly, shown, about } = useAnswer(control)
  const { attrs } = node
  const texts = textsIn(value)
  const shortcuts = node.children.filter((child) => isTag(child, 'Shortcut'))
  const write = (next: readonly string[]): void => set(next.length === 0 ? undefined : [...next])
  const full = attrs.maxSubmissions !== undefined && texts.length >= attrs.maxSubmissions
  return (
    <Question control={control} shown={shown} label={attrs.label || undefined}>
      <Fields node={node}>
        {texts.map((text, index) => (
          <Entry
            // biome-ignore lint/suspicious/noArrayIndexKey: equal texts may stand in it twice; the place is what they are
            key={`${about}/${index}`}
            name={control.name}
            text={text}
            open={(attrs.editable || attrs.transcription) && !readOnly}
            removable={!readOnly}
            onChange={(next) => write(texts.map((it, at) => (at === index ? next : it)))}
            onRemove={() => write(texts.filter((_, at) => at !== index))}
          />
        ))}
        {!full && !readOnly && (
          <NewEntry key={about} node={node} control={control} texts={texts} onAdd={(text) => write([...texts, text])} />
        )}
        {shortcuts.length > 0 && !readOnly && (
          <div className={classes.shortcuts}>
            {shortcuts.map((shortcut) => (
              <RenderNode key={shortcut.id} node={shortcut} />
            ))}
          </div>
        )}
      </Fields>
    </Question>
  )
}

interface NewEntryProps {
  readonly node: TagNode<'TextArea'>
  readonly control: Control
  readonly texts: readonly string[]
  readonly onAdd: (text: string) => void
}

function NewEntry({ node, control, texts, onAdd }: NewEntryProps) {
  const editor = useEditor()
  const { attrs } = node
  const [text, setText] = useState('')
  const add = useCallback((): void => {
    const own = text.trim()
    if (own === '') return
    setText('')
    const known = texts.some((it) => it.toLowerCase() === own.toLowerCase())
    if (!attrs.skipDuplicates || !known) onAdd(own)
  }, [text, texts, attrs.skipDuplicates, onAdd])
  const latest = useRef(add)
  useEffect(() => {
    latest.current = add
  })
  useEffect(() => editor.onFlush(() => latest.current()), [editor])

  const multiline = attrs.rows > 1
  const withButton = attrs.allowSubmit && (attrs.showSubmitButton ?? multiline)
  return (
    <div className={classes.row}>
      <Textarea
        className={classes.field}
        data-main
        aria-label={control.name}
        placeholder={attrs.placeholder}
        rows={attrs.rows}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
          if (multiline !== event.shiftKey) return
          event.preventDefault()
          add()
        }}
      />
      {withButton && (
        <Button variant="default" onClick={add} disabled={text.trim() === ''}>
          {t('editor.addText')}
        </Button>
      )}
    </div>
  )
}

interface EntryProps {
  readonly name: string
  readonly text: string
  readonly open: boolean
  readonly removable: boolean
  readonly onChange: (text: string) => void
  readonly onRemove: () => void
}

function Entry({ name, text, open, removable, onChange, onRemove }: EntryProps) {
  return (
    <div className={classes.row}>
      {open ? (
        <Textarea
          className={classes.field}
          aria-label={t('editor.entryOf', { name })}
          autosize
          minRows={1}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <p className={classes.entry}>{text}</p>
      )}
      {removable && (
        <ActionIcon variant="subtle" color="gray" aria-label={t('editor.removeEntry')} onClick={onRemove}>
          <IconTrash size={16} />
        </ActionIcon>
      )}
    </div>
  )
}

export const textArea = defineTag('TextArea', TextAreaTag)

/** Text answers: one field, and the entries made with it. */

import { t } from '@labelwright/i18n'
import { Button, Textarea } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { type Control, isTag, resolveText, type TagNode } from '../../model'
import { useAnnotation } from '../../view/context'
import { Question } from '../../view/Question'
import { RenderNode } from '../../view/RenderNode'
import { type Asked, useAnswer } from '../../view/useAnswer'
import { isAskedInRows } from '../rowFields'
import { Fields } from '../shortcut/Fields'
import { defineTag } from '../tag'
import { Entry } from './Entry'
import classes from './textarea.module.css'
import { textsIn } from './texts'
import { type Entries, useEntries } from './useEntries'

type Node = TagNode<'TextArea'>

function TextAreaTag({ node }: { node: Node }) {
  const { config } = useAnnotation()
  const control = config.controls.get(node.attrs.name)
  return control ? <Asking node={node} control={control} /> : null
}

function Asking({ node, control }: { node: Node; control: Control }) {
  const asked = useAnswer(control)
  // The rows of the list have room for one entry.
  const isElsewhere = isAskedInRows(control) && textsIn(asked.value).length < 2
  return (
    <Question control={control} shown={asked.shown && !isElsewhere} label={node.attrs.label || undefined}>
      <Answering key={asked.about} node={node} control={control} asked={asked} />
    </Question>
  )
}

function Answering({ node, control, asked }: { node: Node; control: Control; asked: Asked }) {
  const { config } = useAnnotation()
  const { attrs } = node
  const { readOnly } = asked
  // Where it asks about the whole, what it starts with is an answer already.
  const start = control.scope === 'global' ? '' : resolveText(attrs.value ?? '', config.data)
  const entries = useEntries(asked, { skipDuplicates: attrs.skipDuplicates, start })
  const box = useRef<HTMLDivElement>(null)
  const removed = useFocusAfterRemoval(box, entries.texts.length)
  const shortcuts = node.children.filter((child) => isTag(child, 'Shortcut'))
  const full = attrs.maxSubmissions !== undefined && entries.texts.length >= attrs.maxSubmissions
  const form = readOnly ? 'fixed' : attrs.transcription ? 'open' : attrs.editable ? 'closed' : 'fixed'
  return (
    <Fields node={node}>
      <div ref={box}>
        {entries.texts.length > 0 && (
          <ul className={classes.entries}>
            {entries.texts.map((text, index) => (
              <Entry
                // biome-ignore lint/suspicious/noArrayIndexKey: equal texts may stand in it twice; the place is what they are
                key={index}
                name={control.name}
                text={text}
                form={form}
                removable={!readOnly}
                onChange={(next) => entries.change(index, next)}
                onRemove={() => {
                  removed.current = index
                  entries.remove(index)
                }}
              />
            ))}
          </ul>
        )}
        {!full && !readOnly && <NewEntry node={node} name={control.name} entries={entries} />}
        {shortcuts.length > 0 && !readOnly && (
          <div className={classes.shortcuts}>
            {shortcuts.map((shortcut) => (
              <RenderNode key={shortcut.id} node={shortcut} />
            ))}
          </div>
        )}
      </div>
    </Fields>
  )
}

/** The button that had the focus is gone: it goes to the one in its place, or to the field. */
function useFocusAfterRemoval(box: React.RefObject<HTMLElement | null>, count: number) {
  const removed = useRef<number>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the entries have become fewer
  useEffect(() => {
    const at = removed.current
    removed.current = undefined
    if (at === undefined) return
    const next =
      box.current?.querySelectorAll<HTMLElement>('[data-remove]')[at] ?? box.current?.querySelector('textarea')
    next?.focus()
  }, [count])
  return removed
}

function NewEntry({ node, name, entries }: { node: Node; name: string; entries: Entries }) {
  const { attrs } = node
  const multiline = attrs.rows > 1
  const withButton = attrs.allowSubmit && (attrs.showSubmitButton ?? multiline)
  return (
    <div className={classes.row}>
      <Textarea
        className={classes.field}
        data-main
        aria-label={name}
        placeholder={attrs.placeholder}
        rows={attrs.rows}
        classNames={{ input: classes.growing ?? '' }}
        style={{ '--rows': attrs.rows }}
        value={entries.typed}
        onChange={(event) => entries.type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
          if (multiline !== event.shiftKey || !attrs.allowSubmit) return
          event.preventDefault()
          entries.add()
        }}
      />
      {withButton && (
        <Button variant="default" onClick={entries.add} disabled={entries.typed.trim() === ''}>
          {t('editor.addText')}
        </Button>
      )}
    </div>
  )
}

export const textArea = defineTag('TextArea', TextAreaTag)

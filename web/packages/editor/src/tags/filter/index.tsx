/** A search box over the options of another control. What does not fit is hidden, not gone: picked options stay picked. */

import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import type { TaskEditor } from '../../core/task-editor'
import { Atom, type Config, type Control, flatten, isTag, type Option, type TagNode, walk } from '../../model'
import { useAnnotation, useEditor, useOptionKey, useValue } from '../../view/context'
import { KeyHint } from '../../view/KeyHint'
import { readStyle } from '../css'
import type { Frame, Frames } from '../frames'
import { defineTag } from '../tag'

type Node = TagNode<'Filter'>

/** What is typed, by editor and Filter. */
const typed = new WeakMap<TaskEditor, Map<string, Atom<string>>>()

function queryOf(editor: TaskEditor, filter: Node): Atom<string> {
  const own = typed.get(editor) ?? new Map<string, Atom<string>>()
  typed.set(editor, own)
  const query = own.get(filter.id) ?? new Atom('')
  own.set(filter.id, query)
  return query
}

const isSearch = (filter: Node, query: string): boolean => query !== '' && query.length >= filter.attrs.minlength

function fits(filter: Node, option: Option, query: string): boolean {
  const { casesensitive, casesensetive } = filter.attrs
  const fold = (text: string): string => ((casesensitive ?? casesensetive) ? text : text.toLowerCase())
  return fold(option.value).includes(fold(query))
}

/** A parent is shown for the sake of what is in it. */
const isLeft = (filter: Node, option: Option, query: string): boolean =>
  !isSearch(filter, query) || [option, ...flatten(option.children)].some((one) => fits(filter, one, query))

const filtered = (config: Config, filter: Node): Control | undefined => {
  const control = config.controls.get(filter.attrs.toName)
  return control && (control.tag === 'Choices' || (control.labels && control.tag !== 'Taxonomy')) ? control : undefined
}

function FilterTag({ node }: { node: Node }) {
  const { config } = useAnnotation()
  const control = filtered(config, node)
  return control ? <Field node={node} control={control} /> : null
}

function Field({ node, control }: { node: Node; control: Control }) {
  const editor = useEditor()
  const { config } = useAnnotation()
  const query = queryOf(editor, node)
  const text = useValue(query)
  const field = useRef<HTMLInputElement>(null)
  const { placeholder, cleanup, style } = node.attrs
  const key = config.keys.get(node.id)
  useOptionKey(node, () => field.current?.focus())
  const pickFirst = (): void => {
    const first = isSearch(node, text) && [...flatten(control.options)].find((option) => fits(node, option, text))
    if (!first) return
    editor.optionKeys.get(first.node.id)?.()
    if (cleanup) query.set('')
  }
  return (
    <TextInput
      ref={field}
      type="search"
      size="xs"
      maw={320}
      my={6}
      style={readStyle(style)}
      aria-label={placeholder}
      aria-keyshortcuts={key}
      placeholder={placeholder}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSectionWidth={64}
      rightSectionPointerEvents="none"
      rightSection={key && text === '' ? <KeyHint of={key} /> : undefined}
      value={text}
      onChange={(event) => query.set(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
        if (event.key === 'Enter') pickFirst()
        else if (event.key === 'Escape' && text !== '') query.set('')
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    />
  )
}

interface SieveProps {
  readonly filter: Node
  readonly option: Option
  readonly children: ReactNode
}

function Sieve({ filter, option, children }: SieveProps) {
  const query = useValue(queryOf(useEditor(), filter))
  return <div style={{ display: isLeft(filter, option, query) ? 'contents' : 'none' }}>{children}</div>
}

/** Around each option that a Filter looks at. */
function sieves(config: Config): Frames {
  const frames = new Map<string, Frame>()
  for (const filter of walk(config.root)) {
    if (!isTag(filter, 'Filter')) continue
    for (const option of flatten(filtered(config, filter)?.options ?? [])) {
      frames.set(option.node.id, (content) => (
        <Sieve filter={filter} option={option}>
          {content}
        </Sieve>
      ))
    }
  }
  return frames
}

export const filter = defineTag('Filter', FilterTag, { frames: sieves })

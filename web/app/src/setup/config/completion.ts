import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  snippetCompletion,
} from '@codemirror/autocomplete'
import { attributeNamed, tagNamed } from '@labelwright/editor/config'
import { docs } from '@labelwright/editor/docs'
import { type AttributeSpec, type TagName, type TagSpec, tags } from '@labelwright/editor/spec'
import { freeKey } from './keyProblems.ts'
import { namesIn, targetsFor } from './names.ts'
import { readSource } from './source.ts'

/** Tags, attributes, values, names and the data's fields, from the same contract that the checker uses. */
export const completeConfig =
  (columns: () => readonly string[]) =>
  (context: CompletionContext): CompletionResult | null => {
    const before = context.state.sliceDoc(Math.max(0, context.pos - 4000), context.pos)
    const open = before.lastIndexOf('<')
    if (open < before.lastIndexOf('>') || open < 0) return null
    const inside = before.slice(open + 1)

    const closing = /^\/(\w*)$/.exec(inside)
    if (closing) return closingTag(before.slice(0, open), context.pos - (closing[1]?.length ?? 0))
    const tagName = /^(\w*)$/.exec(inside)
    if (tagName) {
      const from = context.pos - (tagName[1]?.length ?? 0)
      return { from, options: tagOptions(before.slice(0, open)), validFor: /^\w*$/ }
    }
    const tag = tagNamed(/^\w+/.exec(inside)?.[0] ?? '')
    if (!tag) return null
    const value = /([\w-]+)\s*=\s*(["'])([^"']*)$/.exec(inside)
    if (value) return values(tag, value[1] ?? '', value[3] ?? '', context, columns())
    return attributes(tag, inside, context)
  }

function attributes(tag: TagName, inside: string, context: CompletionContext): CompletionResult | null {
  const attribute = /\s([\w-]*)$/.exec(inside)
  if (!attribute) return null
  const used = new Set([...inside.matchAll(/([\w-]+)\s*=/g)].map((match) => match[1]))
  return {
    from: context.pos - (attribute[1]?.length ?? 0),
    options: attributeOptions(tag).filter((option) => !used.has(option.label)),
    validFor: /^[\w-]*$/,
  }
}

function closingTag(before: string, from: number): CompletionResult | null {
  const open = openTag(before)
  return open ? { from, options: [{ label: open, apply: `${open}>`, type: 'class' }] } : null
}

function tagOptions(before: string): Completion[] {
  const parent = openTag(before)
  const name = tagNamed(parent ?? '')
  const children = (name ? (tags[name] as TagSpec) : undefined)?.children
  return (Object.entries(tags) as [TagName, TagSpec][])
    .filter(([, tag]) => tag.aliasOf === undefined)
    .filter(([, tag]) => tag.parents === undefined || (name !== undefined && tag.parents.includes(name)))
    .map(([label, tag]) =>
      snippetCompletion(snippet(label, tag), {
        label,
        type: 'class',
        info: docs[label].doc,
        boost: children && !children.includes('*') && children.includes(label) ? 10 : 0,
      }),
    )
}

/** A tag with what it cannot do without, to be filled in by Tab. */
function snippet(name: TagName, spec: TagSpec): string {
  const wanted = Object.entries(spec.attributes).filter(
    ([attribute, { required }]) => required || attribute === 'name' || attribute === 'toName',
  )
  const needed = spec.kind === 'visual' ? wanted.filter(([, { required }]) => required) : wanted
  const text = needed.map(([attribute], index) => ` ${attribute}="\${${index + 1}}"`).join('')
  return spec.children ? `${name}${text}>\n\t\${}\n</${name}>` : `${name}${text}/>\${}`
}

/** The element that is open at the end of `before`. */
function openTag(before: string): string | undefined {
  const stack: string[] = []
  for (const [, close, name, , selfClosed] of before.matchAll(/<(\/?)(\w+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/g)) {
    if (close) stack.pop()
    else if (!selfClosed && name) stack.push(name)
  }
  return stack.at(-1)
}

function attributeOptions(tag: TagName): Completion[] {
  return Object.entries(tags[tag].attributes).map(([label, spec]) =>
    snippetCompletion(`${label}="\${}"`, {
      label,
      type: 'property',
      detail: spec.required ? '*' : '',
      info: docs[tag].attributes[label] ?? '',
      boost: spec.required ? 20 : 0,
    }),
  )
}

function values(
  tag: TagName,
  attribute: string,
  written: string,
  context: CompletionContext,
  columns: readonly string[],
): CompletionResult | null {
  const spec = attributeNamed(tags[tag], attribute)?.spec
  if (!spec) return null
  // A list of names goes on after each comma.
  const part = spec.type === 'refs' ? (/[^,]*$/.exec(written)?.[0].trimStart() ?? '') : written
  const options = valueOptions(tag, attribute, spec, context.state.doc.toString(), columns)
  return { from: context.pos - part.length, options, validFor: /^[^"',]*$/ }
}

function valueOptions(
  tag: TagName,
  attribute: string,
  spec: AttributeSpec,
  text: string,
  columns: readonly string[],
): Completion[] {
  const fields = columns.map((field) => ({ label: `$${field}`, type: 'variable' }))
  const isData = spec.variable || spec.type === 'data' || attribute === 'value' || attribute === 'valueList'
  const listed = spec.values ?? (spec.type === 'bool' ? ['true', 'false'] : [])
  const known = listed.map((label) => ({ label, type: 'enum', boost: 1 }))
  if (spec.type === 'hotkey') {
    const key = freeKey(readSource(text))
    return key ? [{ label: key, type: 'enum' }] : []
  }
  if (spec.type === 'ref' || spec.type === 'refs') {
    const elements = readSource(text)
    const names = attribute === 'toName' ? targetsFor(tag, elements) : namesIn(elements)
    return names.map((label) => ({ label, type: 'variable' }))
  }
  return [...known, ...(isData ? fields : [])]
}

import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { docs } from '@labelwright/editor/docs'
import { type AttributeSpec, type TagName, type TagSpec, tags } from '@labelwright/editor/spec'

/** Tags, attributes and values of the label config language, from the same contract that the checker uses. */
export function completeConfig(context: CompletionContext): CompletionResult | null {
  const before = context.state.sliceDoc(Math.max(0, context.pos - 4000), context.pos)
  const open = before.lastIndexOf('<')
  if (open < before.lastIndexOf('>') || open < 0) return null
  const inside = before.slice(open + 1)

  const tagName = /^\/?(\w*)$/.exec(inside)
  if (tagName)
    return {
      from: context.pos - (tagName[1]?.length ?? 0),
      options: tagOptions(before.slice(0, open)),
      validFor: /^\w*$/,
    }

  const name = /^\w+/.exec(inside)?.[0]
  if (!name || !isTag(name)) return null
  const value = /([\w-]+)\s*=\s*(["'])([^"']*)$/.exec(inside)
  if (value) {
    const spec = tags[name].attributes[value[1] ?? '']
    return spec
      ? { from: context.pos - (value[3]?.length ?? 0), options: valueOptions(spec, context), validFor: /^[^"']*$/ }
      : null
  }
  const attribute = /\s([\w-]*)$/.exec(inside)
  if (!attribute) return null
  const used = new Set([...inside.matchAll(/([\w-]+)\s*=/g)].map((match) => match[1]))
  return {
    from: context.pos - (attribute[1]?.length ?? 0),
    options: attributeOptions(name).filter((option) => !used.has(option.label)),
    validFor: /^[\w-]*$/,
  }
}

const isTag = (name: string): name is TagName => name in tags

function tagOptions(before: string): Completion[] {
  const parent = openTag(before)
  const spec: TagSpec | undefined = parent && isTag(parent) ? tags[parent] : undefined
  const children = spec?.children
  return (Object.entries(tags) as [TagName, TagSpec][])
    .filter(([, tag]) => tag.aliasOf === undefined)
    .filter(([, tag]) => tag.parents === undefined || (parent !== undefined && tag.parents.includes(parent as TagName)))
    .map(([name]) => ({
      label: name,
      type: 'class',
      info: docs[name].doc,
      boost: children && !children.includes('*') && children.includes(name) ? 10 : 0,
    }))
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
  return Object.entries(tags[tag].attributes).map(([label, spec]) => ({
    label,
    type: 'property',
    detail: spec.required ? '*' : '',
    info: docs[tag].attributes[label] ?? '',
    apply: `${label}=""`,
    boost: spec.required ? 20 : 0,
  }))
}

function valueOptions(spec: AttributeSpec, context: CompletionContext): Completion[] {
  if (spec.values) return spec.values.map((label) => ({ label, type: 'enum' }))
  if (spec.type === 'bool') return ['true', 'false'].map((label) => ({ label, type: 'enum' }))
  if (spec.type !== 'ref' && spec.type !== 'refs') return []
  const names = context.state.doc.toString().matchAll(/\sname\s*=\s*"([^"]+)"/g)
  return [...new Set([...names].map((match) => match[1] ?? ''))].map((label) => ({ label, type: 'variable' }))
}

import { hoverTooltip } from '@codemirror/view'
import { attributeNamed, tagNamed } from '@labelwright/editor/config'
import { docs } from '@labelwright/editor/docs'
import { type AttributeSpec, tags } from '@labelwright/editor/spec'
import { type Range, readSource } from '../source.ts'

/** What a tag or an attribute under the pointer is for. */
export const hoverDocs = hoverTooltip((view, at) => {
  const holds = ({ from, to }: Range): boolean => from <= at && at <= to
  const element = readSource(view.state.doc.toString()).find((one) => holds(one.open))
  const tag = element && tagNamed(element.tag)
  if (!element || !tag) return null
  if (holds(element.tagAt)) {
    return {
      pos: element.tagAt.from,
      end: element.tagAt.to,
      create: () => ({ dom: page(docs[tag].about, docs[tag].example) }),
    }
  }
  const attribute = element.attributes.find((one) => holds(one.nameAt))
  const known = attribute && attributeNamed(tags[tag], attribute.name)
  if (!attribute || !known) return null
  const text = docs[tag].attributes[known.name] ?? ''
  return {
    pos: attribute.nameAt.from,
    end: attribute.nameAt.to,
    create: () => ({ dom: page([text], facts(known.spec)) }),
  }
})

function facts({ type, values, default: usual, min, max }: AttributeSpec): string {
  const range = [min, max].some((one) => one !== undefined) ? `${min ?? ''} … ${max ?? ''}` : ''
  return [values?.join(' | ') ?? type, range, usual === undefined ? '' : `= ${usual}`].filter(Boolean).join('   ')
}

/** What stands in backticks is code. */
function paragraph(text: string): HTMLElement {
  const made = document.createElement('p')
  for (const [index, part] of text.split('`').entries()) {
    if (index % 2 === 0) made.append(part)
    else made.appendChild(document.createElement('code')).append(part)
  }
  return made
}

function page(paragraphs: readonly string[], code: string): HTMLElement {
  const dom = document.createElement('div')
  dom.className = 'lw-docs'
  for (const text of paragraphs) dom.append(paragraph(text))
  if (code) {
    const example = document.createElement('pre')
    example.append(code)
    dom.append(example)
  }
  return dom
}

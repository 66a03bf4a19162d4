/** Documents as large as they come: what must stay fluid, and what the benchmarks measure. */

import type { WireItem } from '../src'
import type { Sample } from './samples'

const WORDS =
  `harbour authority signed a letter of intent for shore power while the grain terminal moved to another pier and
the customs house kept its old archive of ships cargo crews debts and weather reports from every year since the flood`.split(
    /\s+/,
  )

const LABELS = ['Person', 'Organisation', 'Place', 'Date'] as const

const ENTITIES = `<View>
  <Labels name="label" toName="text">
    <Label value="Person" background="#d6336c"/>
    <Label value="Organisation" background="#1c7ed6"/>
    <Label value="Place" background="#2b8a3e"/>
    <Label value="Date" background="#e67700"/>
  </Labels>
  <Text name="text" value="$text"/>
</View>`

/** The same words at every start. */
function words(count: number, seed = 7): string[] {
  let state = seed
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return WORDS[(state >> 8) % WORDS.length] ?? ''
  })
}

/** Paragraphs of some hundred characters. */
function prose(length: number): string {
  const lines: string[] = []
  const all = words(Math.ceil(length / 4))
  for (let size = 0, at = 0; size < length; at += 80) {
    const line = `${all.slice(at, at + 80).join(' ')}.`
    lines.push(line)
    size += line.length + 1
  }
  return lines.join('\n').slice(0, length)
}

/** Spans over whole words, evenly spread; each fourth one lies around the one before, or half over it. */
function spansIn(text: string, count: number): WireItem[] {
  const gap = Math.floor(text.length / count)
  const items: WireItem[] = []
  const wordFrom = (at: number): number => text.indexOf(' ', at) + 1
  const wordTo = (at: number): number => Math.max(at + 1, text.indexOf(' ', at + 1))
  for (let index = 0; index < count; index++) {
    const base = wordFrom(index * gap - (index % 4 === 3 ? gap : 0))
    const start = base
    const end = wordTo(start + (index % 4 === 3 ? 22 : 6))
    if (start <= 0 || end <= start || end > text.length) continue
    items.push({
      id: `s${index}`,
      from_name: 'label',
      to_name: 'text',
      type: 'labels',
      origin: 'manual',
      value: { start, end, text: text.slice(start, end), labels: [LABELS[index % 4] ?? 'Person'] },
    })
  }
  return items
}

function marked(id: string, length: number, spans: number): ReturnType<Sample> {
  const text = prose(length)
  return { config: ENTITIES, task: { id, data: { text }, annotations: [{ id: 1, result: spansIn(text, spans) }] } }
}

function page(length: number): string {
  const lines = prose(length).split('\n')
  return lines
    .map((line, index) => (index % 12 === 0 ? `<h2>Part ${index / 12 + 1}</h2><p>${line}</p>` : `<p>${line}</p>`))
    .join('\n')
    .replaceAll(' signed ', ' <b>signed</b> ')
    .replaceAll(' harbour ', ' <i>harbour</i> ')
}

/** Spans of a page as converters write them: by their place in the text alone. */
const byPlace = ({ value, ...rest }: WireItem): WireItem => {
  const { labels, ...place } = value as { labels: string[]; start: number; end: number; text: string }
  return { ...rest, type: 'hypertextlabels', value: { ...place, hypertextlabels: labels } }
}

function markedPage(length: number, spans: number): ReturnType<Sample> {
  const html = page(length)
  const text = html.replace(/<[^>]+>/g, '')
  const config = ENTITIES.replaceAll('Labels', 'HyperTextLabels').replace('<Text ', '<HyperText ')
  return {
    config,
    task: {
      id: 'long-html',
      data: { text: html },
      annotations: [{ id: 1, result: spansIn(text, spans).map(byPlace) }],
    },
  }
}

const tree = (wide: number, deep: number, name = 'Item'): { value: string; children?: unknown[] }[] =>
  Array.from({ length: wide }, (_, index) => {
    const value = `${name} ${index + 1}`
    return deep > 1 ? { value, children: tree(wide, deep - 1, value) } : { value }
  })

/** A PDF of twelve pages in a font that is not in the file. */
export function letter(pages = 12): string {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${Array.from({ length: pages }, (_, i) => `${4 + 2 * i} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  for (let page = 1; page <= pages; page++) {
    const lines = Array.from({ length: 30 }, (_, i) => `(Page ${page}, line ${i + 1}: the ferry leaves at noon.) Tj T*`)
    const text = `BT /F1 13 Tf 60 770 Td 22 TL ${lines.join(' ')} ET`
    const size = page === 3 ? '842 595' : '595 842'
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size}] /Contents ${4 + 2 * page - 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    )
  }
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = file.length
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`
  return URL.createObjectURL(new Blob([file], { type: 'application/pdf' }))
}

/** A box around a line of the letter. */
const boxed = (id: string, pageIndex: number, y: number): WireItem => ({
  id,
  from_name: 'field',
  to_name: 'letter',
  type: 'ocrlabels',
  origin: 'manual',
  value: { x: 0.09, y, width: 0.55, height: 0.025, rotation: 0, pageIndex, ocrtext: 'the ferry', ocrlabels: ['Line'] },
})

const NESTED =
  'The port of the city of Lisbon, run by the harbour authority of Lisbon since 1907, is its largest employer.'

const over = (id: string, words: string, label: string): WireItem => {
  const start = NESTED.indexOf(words)
  const value = { start, end: start + words.length, text: words, labels: [label] }
  return { id, from_name: 'label', to_name: 'text', type: 'labels', origin: 'manual', value }
}

/** A tone that rises: where in it one is can be heard. */
function tone(seconds: number): string {
  const rate = 8000
  const samples = Uint8Array.from({ length: seconds * rate }, (_, at) => {
    const time = at / rate
    return 128 + 40 * Math.sin(2 * Math.PI * time * (200 + 8 * time))
  })
  const head = new DataView(new ArrayBuffer(44))
  const text = (at: number, word: string): void => {
    for (const [n, char] of [...word].entries()) head.setUint8(at + n, char.charCodeAt(0))
  }
  text(0, 'RIFF')
  head.setUint32(4, 36 + samples.length, true)
  text(8, 'WAVEfmt ')
  head.setUint32(16, 16, true)
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    head.setUint16(at, value, true)
  head.setUint32(24, rate, true)
  head.setUint32(28, rate, true)
  text(36, 'data')
  head.setUint32(40, samples.length, true)
  return URL.createObjectURL(new Blob([head.buffer, samples], { type: 'audio/wav' }))
}

export const documents: Record<string, Sample> = {
  call: () => ({
    config: `<View>
      <ParagraphLabels name="topic" toName="talk"><Label value="Request" background="#d6336c"/><Label value="Promise" background="#2b8a3e"/></ParagraphLabels>
      <Paragraphs name="talk" value="$talk" layout="dialogue" audioUrl="$sound" showPlayer="true" contextScroll="true"/>
    </View>`,
    task: {
      id: 'call',
      data: {
        sound: tone(60),
        talk: Array.from({ length: 20 }, (_, n) => ({
          author: n % 2 ? 'Caller' : 'Agent',
          text: `${prose(60 + 30 * (n % 4))}.`,
          start: 3 * n,
          end: 3 * n + 2.5,
        })),
      },
    },
  }),
  repeated: () => ({
    config: `<View>
      <Repeater on="$pages" indexFlag="{{idx}}">
        <Header value="Page {{idx}}" size="5"/>
        <Labels name="part_{{idx}}" toName="page_{{idx}}"><Label value="Claim"/><Label value="Proof"/></Labels>
        <Text name="page_{{idx}}" value="$pages[{{idx}}]"/>
        <Choices name="kind_{{idx}}" toName="page_{{idx}}"><Choice value="Text"/><Choice value="Index"/></Choices>
      </Repeater>
    </View>`,
    task: { id: 'repeated', data: { pages: Array.from({ length: 500 }, () => prose(300)) } },
  }),
  notes: () => ({
    ...marked('notes', 4000, 24),
    config: ENTITIES.replace(
      '</View>',
      '<TextArea name="note" toName="text" perRegion="true" displayMode="region-list" placeholder="What is it?"/></View>',
    ),
  }),
  nested: () => ({
    config: ENTITIES,
    task: {
      id: 'nested',
      data: { text: `${NESTED}\n\nA second paragraph.\nAnd a third one.` },
      annotations: [
        {
          id: 1,
          result: [
            over('a', 'port of the city of Lisbon', 'Organisation'),
            over('b', 'city of Lisbon', 'Place'),
            over('c', 'Lisbon', 'Place'),
            over('d', 'run by the harbour authority of Lisbon since 1907', 'Date'),
            over('e', 'harbour authority of Lisbon', 'Organisation'),
            over('f', 'authority of Lisbon since', 'Person'),
          ],
        },
      ],
    },
  }),
  'long-text': () => marked('long-text', 1_000_000, 10_000),
  thousand: () => marked('thousand', 100_000, 1000),
  'long-html': () => markedPage(1_000_000, 2000),
  ocr: () => ({
    config: `<View>
      <OcrLabels name="field" toName="letter"><Label value="Line" background="#1c7ed6"/><Label value="Time" background="#d6336c"/></OcrLabels>
      <Pdf name="letter" value="$file"/>
    </View>`,
    task: {
      id: 'ocr',
      data: { file: letter() },
      annotations: [{ id: 1, result: [boxed('a', 1, 0.09), boxed('b', 1, 0.25), boxed('c', 2, 0.12)] }],
    },
  }),
  component: () => ({
    config: `<View>
      <Header value="Mark the rows that look wrong" size="4"/>
      <ReactCode name="sheet" toName="sheet" data="$rows" outputs="row:number; reason:choices(wrong sum,duplicate,typo)"><![CDATA[
      function Sheet({ React, data, regions, addRegion }) {
        const e = React.createElement
        return e('ul', null, data.map((row, n) => e('li', { key: n },
          e('button', { onClick: () => addRegion({ row: n, reason: 'typo' }, { displayText: 'Row ' + (n + 1) }) }, row),
          ' ', e('button', { onClick: () => addRegion({ row: n, reason: 'unheard of' }) }, 'Bad value'),
          ' ', e('button', { onClick: () => { throw new Error('row ' + n + ' is broken') } }, 'Throw'),
          ' ', regions.filter((it) => it.value.row === n).length, ' marks ',
          e('button', { onClick: () => { for (;;); } }, 'Hang'))))
      }
      ]]></ReactCode>
    </View>`,
    task: { id: 'component', data: { rows: ['Oak board', 'Steel bracket', 'Oil finish'] } },
  }),
  'long-pdf': () => ({
    config: `<View>
      <Pdf name="report" value="$file"/>
      <Choices name="kind" toName="report" showInline="true"><Choice value="Report"/><Choice value="Invoice"/></Choices>
    </View>`,
    task: { id: 'long-pdf', data: { file: letter(300) } },
  }),
  tree: () => ({
    config: `<View>
      <Text name="text" value="$text"/>
      <Taxonomy name="topic" toName="text" value="$tree" showFullPath="true"/>
    </View>`,
    task: { id: 'tree', data: { text: 'Which of the fifty thousand is it?', tree: tree(37, 3) as never } },
  }),
}

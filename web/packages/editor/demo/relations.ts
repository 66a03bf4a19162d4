/** Relations over everything that can be related: words, a dialogue, boxes on two pages of pictures. */

import type { Sample } from './samples'

const TEXT = `Fever and a dry cough began two days after the flight. Paracetamol brought the fever down, the cough stayed.
On Friday a course of amoxicillin was started against the pneumonia that the X-ray had shown.`

const NOTE = `<p><b>Plan.</b> Stop amoxicillin on day 7 if the <i>fever</i> is gone; else change to doxycycline.</p>`

const CONFIG = `<View>
  <Relations>
    <Relation value="treats" background="#2b8a3e"/><Relation value="causes" background="#c92a2a"/>
    <Relation value="same as"/>
  </Relations>
  <Labels name="term" toName="text,plan">
    <Label value="Symptom" background="#e67700"/><Label value="Drug" background="#1c7ed6"/>
    <Label value="Disease" background="#9c36b5"/>
  </Labels>
  <Text name="text" value="$text"/>
  <HyperText name="plan" value="$plan"/>
  <RectangleLabels name="finding" toName="scans"><Label value="Shadow" background="#0c8599"/></RectangleLabels>
  <Image name="scans" valueList="$scans" height="360"/>
</View>`

const term = (id: string, word: string, label: string, from = 0) => {
  const start = TEXT.indexOf(word, from)
  const value = { start, end: start + word.length, text: word, labels: [label] }
  return { id, from_name: 'term', to_name: 'text', type: 'labels', value }
}

const planned = (id: string, word: string, label: string) => {
  const plain = NOTE.replace(/<[^>]+>/g, '')
  const start = plain.indexOf(word)
  const globalOffsets = { start, end: start + word.length }
  const value = { start: '/', end: '/', startOffset: 0, endOffset: 0, globalOffsets, text: word, labels: [label] }
  return { id, from_name: 'term', to_name: 'plan', type: 'labels', value }
}

const shadow = (id: string, x: number, y: number, page: number) => ({
  id,
  from_name: 'finding',
  to_name: 'scans',
  type: 'rectanglelabels',
  item_index: page,
  value: { x, y, width: 14, height: 18, rotation: 0, rectanglelabels: ['Shadow'] },
})

const relation = (from_id: string, to_id: string, labels: string[], direction = 'right', notes?: string) => ({
  type: 'relation',
  from_id,
  to_id,
  direction,
  labels,
  ...(notes ? { notes } : {}),
})

/** Two pictures of a chest, more or less. */
function scan(side: number): string {
  const canvas = document.createElement('canvas')
  canvas.width = 900
  canvas.height = 600
  const c = canvas.getContext('2d')
  if (!c) return ''
  c.fillStyle = '#10141a'
  c.fillRect(0, 0, 900, 600)
  for (const x of [300, 600]) {
    const light = c.createRadialGradient(x, 300, 20, x, 300, 240)
    light.addColorStop(0, '#4a5562')
    light.addColorStop(1, '#161b22')
    c.fillStyle = light
    c.beginPath()
    c.ellipse(x, 300, 130, 230, 0, 0, Math.PI * 2)
    c.fill()
  }
  c.fillStyle = 'rgb(210 220 230 / 55%)'
  c.beginPath()
  c.ellipse(side, 380, 46, 40, 0, 0, Math.PI * 2)
  c.fill()
  return canvas.toDataURL('image/png')
}

export const related: Sample = () => ({
  config: CONFIG,
  annotationId: 1,
  task: {
    id: 51,
    data: { text: TEXT, plan: NOTE, scans: [scan(310), scan(610)] },
    annotations: [
      {
        id: 1,
        result: [
          term('fever', 'Fever', 'Symptom'),
          term('cough', 'dry cough', 'Symptom'),
          term('para', 'Paracetamol', 'Drug'),
          term('fever2', 'fever', 'Symptom'),
          term('amox', 'amoxicillin', 'Drug'),
          term('pneu', 'pneumonia', 'Disease'),
          planned('amox2', 'amoxicillin', 'Drug'),
          planned('fever3', 'fever', 'Symptom'),
          shadow('left', 27, 54, 0),
          shadow('older', 60, 30, 0),
          shadow('right', 62, 54, 1),
          relation('para', 'fever2', ['treats']),
          relation('amox', 'pneu', ['treats']),
          relation('pneu', 'cough', ['causes'], 'right', 'said in the letter of the clinic'),
          relation('fever', 'fever2', ['same as'], 'bi'),
          relation('amox2', 'amox', ['same as'], 'bi'),
          relation('pneu', 'left', ['causes']),
          relation('left', 'older', []),
          relation('older', 'right', ['same as'], 'left'),
        ],
      },
    ],
  },
})

/** Five hundred of them, to see what they cost. */
export const manyRelated: Sample = () => {
  const boxes = Array.from({ length: 400 }, (_, i) => ({
    ...shadow(`b${i}`, 1 + (i % 25) * 3.9, 1 + Math.floor(i / 25) * 6, 0),
    value: {
      x: 1 + (i % 25) * 3.9,
      y: 1 + Math.floor(i / 25) * 6,
      width: 2.4,
      height: 4,
      rotation: 0,
      rectanglelabels: ['Shadow'],
    },
  }))
  const relations = Array.from({ length: 500 }, (_, i) =>
    relation(`b${(i * 7) % 400}`, `b${(i * 13 + 5 + Math.floor(i / 400)) % 400}`, i % 3 === 0 ? ['causes'] : []),
  )
  return {
    config: CONFIG,
    annotationId: 1,
    task: {
      id: 52,
      data: { text: TEXT, plan: NOTE, scans: [scan(310)] },
      annotations: [{ id: 1, result: [...boxes, ...relations] }],
    },
  }
}

/** Configs with a task each. Pictures are drawn here, so that the page needs nothing from elsewhere. */

import type { EditorOptions, WireItem } from '../src'
import { maskRle } from '../src/media/image/masks/code'
import { emptyMask, painted } from '../src/media/image/masks/runs'
import { strokeSpans } from '../src/media/image/masks/stroke'
import type { Json } from '../src/model'
import { documents, letter } from './documents'
import { forms } from './forms'
import { manyRelated, related } from './relations'
import { smart } from './smart'
import { manyVersions } from './versions'

export type Sample = () => Pick<EditorOptions, 'config' | 'task'> & Partial<EditorOptions>

const TEXT = `Maria Silva joined the harbour authority of Lisbon in March 2019. Before that she spent six years at Northwind Shipping in Rotterdam, where she planned the move of the grain terminal to Pier 7.

“We had eleven months and 40 million euros,” she says. “Lisbon has less of both.” Her team of twelve works from the old customs house on Rua da Prata 🌍, and answers to Jonas Berg, who came from the Port of Oslo last year.

On 4 May 2026 the authority and Northwind Shipping signed a letter of intent for a joint shore-power plant. Berg calls it the first of its kind in southern Europe.`

const NER = `<View>
  <Labels name="label" toName="text">
    <Label value="Person" background="#d6336c"/>
    <Label value="Organisation" background="#1c7ed6"/>
    <Label value="Place" background="#2b8a3e"/>
    <Label value="Date" background="#e67700"/>
  </Labels>
  <Text name="text" value="$text"/>
</View>`

/** A street with houses and cars, in flat colours: enough to draw boxes on. */
function street(width = 1280, height = 800): string {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const c = canvas.getContext('2d')
  if (!c) return ''
  const sky = c.createLinearGradient(0, 0, 0, height * 0.6)
  sky.addColorStop(0, '#8fc3e8')
  sky.addColorStop(1, '#e8f2f8')
  c.fillStyle = sky
  c.fillRect(0, 0, width, height)
  const walls = ['#c8a27c', '#d9c8a9', '#a8876a', '#b9b4aa', '#caa08c']
  for (let i = 0; i < 7; i++) {
    const x = (i / 7) * width
    const top = height * (0.18 + 0.12 * Math.abs(Math.sin(i * 2.3)))
    c.fillStyle = walls[i % walls.length] ?? '#bbb'
    c.fillRect(x, top, width / 7 - 4, height * 0.62 - top)
    c.fillStyle = '#4a5a68'
    for (let row = 0; row < 4; row++)
      for (let col = 0; col < 3; col++) c.fillRect(x + 22 + col * 50, top + 24 + row * 70, 28, 40)
  }
  c.fillStyle = '#9a9c9e'
  c.fillRect(0, height * 0.62, width, height * 0.06)
  c.fillStyle = '#55585c'
  c.fillRect(0, height * 0.68, width, height * 0.32)
  c.fillStyle = '#e7e2c8'
  for (let x = 0; x < width; x += 120) c.fillRect(x, height * 0.83, 64, 7)
  const cars = [
    [0.08, 0.71, '#b8323b'],
    [0.38, 0.74, '#2a5db0'],
    [0.7, 0.7, '#e0b23c'],
    [0.55, 0.88, '#f1f1f1'],
  ] as const
  for (const [x, y, colour] of cars) {
    c.fillStyle = colour
    c.beginPath()
    c.roundRect(x * width, y * height, 170, 46, 12)
    c.roundRect(x * width + 34, y * height - 30, 96, 40, 12)
    c.fill()
    c.fillStyle = '#1d1f22'
    for (const wheel of [36, 134]) {
      c.beginPath()
      c.arc(x * width + wheel, y * height + 46, 17, 0, Math.PI * 2)
      c.fill()
    }
  }
  return canvas.toDataURL('image/jpeg', 0.9)
}

const box = (
  id: string,
  label: string,
  x: number,
  y: number,
  width: number,
  height: number,
  rotation = 0,
): WireItem => ({
  id,
  from_name: 'label',
  to_name: 'image',
  type: 'rectanglelabels',
  origin: 'manual',
  original_width: 1280,
  original_height: 800,
  image_rotation: 0,
  value: { x, y, width, height, rotation, rectanglelabels: [label] },
})

const BOXES = `<View>
  <RectangleLabels name="label" toName="image">
    <Label value="Car" background="#e8590c"/>
    <Label value="House" background="#4263eb"/>
    <Label value="Window" background="#0c8599"/>
    <Label value="Road" background="#5f3dc4"/>
  </RectangleLabels>
  <Image name="image" value="$image" rotateControl="true"/>
</View>`

const SHAPES = `<View>
  <PolygonLabels name="outline" toName="image">
    <Label value="Roof" background="#c2255c"/><Label value="Street" background="#1098ad"/>
  </PolygonLabels>
  <KeyPointLabels name="point" toName="image" strokeWidth="6">
    <Label value="Wheel" background="#f08c00"/><Label value="Lamp" background="#2b8a3e"/>
  </KeyPointLabels>
  <VectorLabels name="path" toName="image" closable="true" curves="true">
    <Label value="Kerb" background="#6741d9"/>
  </VectorLabels>
  <Image name="image" value="$image"/>
</View>`

const MASKS = `<View>
  <BrushLabels name="mask" toName="image">
    <Label value="Road" background="#1098ad"/><Label value="Car" background="#c2255c"/>
  </BrushLabels>
  <Image name="image" value="$image" brightnessControl="true" contrastControl="true"/>
</View>`

const WAND = `<View>
  <Labels name="part" toName="image">
    <Label value="Sky" background="#1098ad"/><Label value="House" background="#c2255c"/>
  </Labels>
  <MagicWand name="wand" toName="image" defaultthreshold="12"/>
  <Brush name="brush" toName="image"/>
  <Polygon name="outline" toName="image"/>
  <Rectangle name="box" toName="image"/>
  <Image name="image" value="$image"/>
</View>`

const FORM = `<View>
  <Style>.two { display: grid; grid-template-columns: 3fr 2fr; gap: 24px; align-items: start }</Style>
  <Header value="Review of $product" size="3"/>
  <View className="two">
    <Text name="review" value="$text"/>
    <View>
      <Header value="How does it sound?" size="5"/>
      <Choices name="tone" toName="review" choice="single-radio" required="true" requiredMessage="Say how it sounds.">
        <Choice value="Positive"/><Choice value="Neutral"/><Choice value="Negative"/>
      </Choices>
      <Header value="What is it about?" size="5"/>
      <Choices name="topics" toName="review" choice="multiple" showInline="true">
        <Choice value="Price"/><Choice value="Quality"/><Choice value="Delivery"/><Choice value="Service" hint="People, not parcels"/>
      </Choices>
      <View visibleWhen="choice-selected" whenTagName="tone" whenChoiceValue="Negative">
        <Header value="What went wrong?" size="5"/>
        <TextArea name="why" toName="review" rows="2" placeholder="In a sentence"/>
      </View>
      <Header value="Overall" size="5"/>
      <Rating name="stars" toName="review" maxRating="5"/>
      <Header value="Words you had to look up" size="5"/>
      <Number name="words" toName="review" min="0" max="20" step="1"/>
      <Header value="Language" size="5"/>
      <Choices name="language" toName="review" layout="select">
        <Choice value="English"/><Choice value="German"/><Choice value="Portuguese"/>
      </Choices>
      <Taxonomy name="kind" toName="review"><Choice value="A"/></Taxonomy>
    </View>
  </View>
</View>`

const CONTRACT = `<h2 onclick="window.hacked = 1">Agreement on the lease of a <em>workshop</em></h2>
<p>Between <b>Harbour <i>Estates</i> Ltd.</b>, 4 Pier Road 🌍, and <b>Ines Duarte</b>, potter,<br>it is agreed as follows:</p>
<script>window.hacked = 2</script><img src="x" onerror="window.hacked = 3" width="1" height="1">
<ol><li>The lease begins on <time>1 June 2026</time> and ends on <time>31 May 2029</time>.</li>
<li>The rent is <strong>640 euros</strong> a month, due on the third day. See <a href="javascript:window.hacked=4">annex A</a> and
<a href="https://example.org/">the register</a>.</li></ol>
<table border="1"><tr><th>Item</th><th>Number</th></tr><tr><td>Kiln</td><td>1</td></tr><tr><td>Wheel</td><td>3</td></tr></table>`

const LEASE = `<View>
  <HyperTextLabels name="parts" toName="contract">
    <Label value="Party" background="#1c7ed6"/><Label value="Date" background="#e67700"/><Label value="Amount" background="#2b8a3e"/>
  </HyperTextLabels>
  <HyperText name="contract" value="$html"/>
</View>`

const TALK: Json[] = [
  { who: 'Agent', said: 'Harbour post office, good morning. How can I help? 👋', start: 0, end: 4.2 },
  { who: 'Caller', said: 'My parcel has not come. It should have been here on Tuesday.', start: 4.2, end: 9 },
  { who: 'Agent', said: 'I am sorry to hear that. 🌍 Could you read me the number on the slip?', start: 9.4 },
  { who: 'Caller', said: 'It is 4 7 1, then two letters:\nK and P.', start: 16, duration: 5 },
  { who: 'Sorting', said: 'That one is on the van. It will be with you by noon.', start: 64 },
]

function manyBoxes(): WireItem[] {
  const labels = ['Car', 'House', 'Window', 'Road']
  return Array.from({ length: 10_000 }, (_, index) => {
    const [column, row] = [index % 100, Math.floor(index / 100)]
    return box(
      `b${index}`,
      labels[(column + row) % 4] ?? 'Car',
      column + 0.1,
      row * 0.99 + 0.1,
      0.7,
      0.8,
      index % 9 === 0 ? 20 : 0,
    )
  })
}

/** Two hundred blobs of a few hundred pixels across. */
function manyMasks(): WireItem[] {
  const size = { width: 6000, height: 4000 }
  return Array.from({ length: 200 }, (_, index) => {
    const [column, row] = [index % 20, Math.floor(index / 20)]
    const points = Array.from({ length: 5 }, (_, step) => ({
      x: 150 + column * 295 + 90 * Math.sin(index + step * 2),
      y: 200 + row * 395 + 90 * Math.cos(index * 3 + step),
    }))
    const rle = maskRle(painted(emptyMask(size), strokeSpans({ points, size: 130, erases: false }, size)))
    return {
      id: `m${index}`,
      from_name: 'mask',
      to_name: 'image',
      type: 'brushlabels',
      origin: 'manual',
      original_width: size.width,
      original_height: size.height,
      image_rotation: 0,
      value: { format: 'rle', rle, brushlabels: [index % 2 ? 'Road' : 'Car'] },
    }
  })
}

function manyPolygons(): WireItem[] {
  return Array.from({ length: 5000 }, (_, index) => {
    const [column, row] = [index % 80, Math.floor(index / 80)]
    const points = Array.from({ length: 12 }, (_, corner) => {
      const angle = (corner / 12) * Math.PI * 2
      const reach = 0.35 + 0.15 * Math.sin(index + corner * 2)
      return [column * 1.24 + 0.6 + reach * Math.cos(angle), row * 1.55 + 0.8 + 1.5 * reach * Math.sin(angle)]
    })
    return {
      id: `p${index}`,
      from_name: 'outline',
      to_name: 'image',
      type: 'polygonlabels',
      origin: 'manual',
      original_width: 6000,
      original_height: 4000,
      image_rotation: 0,
      value: { points, closed: true, polygonlabels: [index % 2 ? 'Roof' : 'Street'] },
    }
  })
}

export const samples: Record<string, Sample> = {
  ...forms,
  ...documents,
  versions: () => manyVersions(4),
  hundred: () => manyVersions(100),
  smart: smart(street),
  manyRelated,
  related,
  text: () => ({
    config: NER,
    task: { id: 'text', data: { text: TEXT } },
    instruction: 'Mark <b>people</b>, organisations, places and dates.',
  }),
  boxes: () => ({
    config: BOXES,
    task: {
      id: 'boxes',
      data: { image: street() },
      annotations: [
        {
          id: 7,
          created_username: 'ada@example.org',
          result: [
            box('a1', 'Car', 7.5, 66, 15, 12.5),
            box('a2', 'House', 14.2, 20, 13.6, 42),
            box('a3', 'Car', 37.4, 69, 14.5, 13),
          ],
        },
      ],
      predictions: [{ id: 3, model_version: 'street-v2', score: 0.81, result: [box('p1', 'Car', 69, 65, 16, 13)] }],
    },
  }),
  fresh: () => ({ config: BOXES, task: { id: 'fresh', data: { image: street() } } }),
  many: () => ({
    config: BOXES,
    task: { id: 'many', data: { image: street(6000, 4000) }, annotations: [{ id: 1, result: manyBoxes() }] },
  }),
  shapes: () => ({ config: SHAPES, task: { id: 'shapes', data: { image: street() } } }),
  masks: () => ({ config: MASKS, task: { id: 'masks', data: { image: street() } } }),
  bitmasks: () => ({
    config: MASKS.replaceAll('BrushLabels', 'BitmaskLabels'),
    task: { id: 'bitmasks', data: { image: street() } },
  }),
  pages: () => ({
    config: BOXES.replace('value="$image"', 'valueList="$images" horizontalAlignment="left"'),
    task: {
      id: 'pages',
      data: { images: Array.from({ length: 12 }, (_, i) => street(800 + (i % 4) * 160, 500 + (i % 3) * 200)) },
      annotations: [{ id: 3, result: [{ ...box('pg', 'Car', 8, 65, 16, 13), item_index: 2 }] }],
    },
  }),
  wand: () => ({ config: WAND, task: { id: 'wand', data: { image: street() } } }),
  'large-wand': () => ({ config: WAND, task: { id: 'large-wand', data: { image: street(6000, 4000) } } }),
  /** A picture from wherever `&image=` says. */
  address: () => ({
    config: WAND,
    task: { id: 'address', data: { image: new URLSearchParams(location.search).get('image') ?? '' } },
  }),
  large: () => ({ config: MASKS, task: { id: 'large', data: { image: street(6000, 4000) } } }),
  'many-masks': () => ({
    config: MASKS,
    task: { id: 'many-masks', data: { image: street(6000, 4000) }, annotations: [{ id: 1, result: manyMasks() }] },
  }),
  'many-polygons': () => ({
    config: SHAPES,
    task: {
      id: 'many-polygons',
      data: { image: street(6000, 4000) },
      annotations: [{ id: 1, result: manyPolygons() }],
    },
  }),
  missing: () => ({ config: BOXES, task: { id: 'missing', data: { image: 'does-not-exist.png' } } }),
  form: () => ({
    config: FORM,
    task: { id: 'form', data: { product: 'a folding bicycle', text: TEXT } },
  }),
  long: () => ({
    config: NER,
    task: { id: 'long', data: { text: Array.from({ length: 700 }, () => TEXT).join('\n\n') } },
  }),
  html: () => ({ config: LEASE, task: { id: 'html', data: { html: CONTRACT } } }),
  styled: () => ({
    config: LEASE,
    task: {
      id: 'styled',
      data: {
        html: `<html><head><style>body { color: #223; font: 15px Georgia } h1 { color: #a33; position: fixed; top: 0 }
          @import url(https://example.org/x.css);</style></head><body><h1>Minutes</h1><p style="margin-top: 60px">Ada spoke first.</p></body></html>`,
      },
    },
  }),
  talk: () => ({
    config: `<View>
      <ParagraphLabels name="topic" toName="talk"><Label value="Request" background="#d6336c"/><Label value="Promise" background="#2b8a3e"/></ParagraphLabels>
      <Paragraphs name="talk" value="$talk" layout="dialogue" nameKey="who" textKey="said"/>
    </View>`,
    task: {
      id: 'talk',
      data: {
        talk: TALK,
      },
    },
  }),
  chat: () => ({
    config: `<View>
      <Chat name="chat" value="$messages" minMessages="4" maxMessages="6" editable="assistant"/>
      <View visibleWhen="region-selected" whenRole="assistant">
        <Header value="How good is this answer?" size="5"/>
        <Rating name="help" toName="chat" perRegion="true"/>
      </View>
    </View>`,
    task: {
      id: 'chat',
      data: {
        messages: [
          { role: 'system', content: 'You answer questions about tides in one sentence.' },
          { role: 'user', content: 'Why are there two tides a day?' },
        ],
      },
    },
  }),
  pdf: () => ({
    config: `<View>
      <Pdf name="letter" value="$file"/>
      <Choices name="kind" toName="letter" showInline="true"><Choice value="Letter"/><Choice value="Invoice"/></Choices>
    </View>`,
    task: { id: 'pdf', data: { file: letter() } },
  }),
  broken: () => ({ config: '<View><Text name="t"', task: { data: {} } }),
}

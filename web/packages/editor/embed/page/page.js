/** Two editors on a page, and what they said: `page` is for whoever drives it. */

import { LabelStudio, mount } from '../dist/labelwright.js'

const TEXT = `<View>
  <Labels name="label" toName="text"><Label value="Person"/><Label value="Place" background="#2b8a3e"/></Labels>
  <Text name="text" value="$text"/>
  <TextArea name="remark" toName="text" placeholder="Remark"/>
  <Choices name="tone" toName="text"><Choice value="Plain"/><Choice value="Ornate"/></Choices>
</View>`

const HTML = `<View>
  <HyperTextLabels name="label" toName="html"><Label value="Person"/></HyperTextLabels>
  <HyperText name="html" value="$html"/>
</View>`

const BOXES = `<View>
  <Image name="photo" value="$image"/>
  <RectangleLabels name="box" toName="photo"><Label value="House"/><Label value="Tree" background="#2b8a3e"/></RectangleLabels>
</View>`

const at = (id) => document.getElementById(id)

const picture = () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="#9cf"/>
    <rect x="200" y="160" width="240" height="200" fill="#c96"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

const page = {
  /** Keys that the page heard. */
  keys: [],
  sent: [],
  told: [],
  mountText: () =>
    mount(at('first'), {
      config: TEXT,
      task: { data: { text: 'Ada Lovelace lived in London and wrote the first program there.' } },
      instruction: 'Mark <b>people</b> and places.',
      locale: 'en',
      colorScheme: 'light',
      on: { submit: async (submission) => void page.sent.push(submission), deleteAnnotation: async () => {} },
    }),
  mountHtml: () =>
    mount(at('first'), {
      config: HTML,
      task: { data: { html: '<p>Between <b>Ada <i>King</i></b> and the printer.</p>' } },
      on: { submit: async (submission) => void page.sent.push(submission) },
    }),
  openStudio() {
    const studio = new LabelStudio('second', {
      config: BOXES,
      task: { id: 2, data: { image: picture() } },
      locale: 'en',
      colorScheme: 'light',
      description: 'Draw a box around every house.',
      customButtons: { _before: { name: 'flag', title: 'Flag' } },
    })
    const tell = (name) => studio.on(name, () => void page.told.push(name))
    for (const name of ['labelStudioLoad', 'storageInitialized', 'taskLoad', 'entityCreate', 'customButton']) tell(name)
    tell('regionFinishedDrawing')
    studio.on('submitAnnotation', (_, annotation) => void page.sent.push(annotation.serializeAnnotation()))
    return studio
  },
}

window.page = page
addEventListener('keydown', (event) => page.keys.push(event.key))
if (!new URLSearchParams(location.search).has('empty')) {
  page.first = page.mountText()
  page.second = page.openStudio()
}
document.documentElement.dataset.ready = ''

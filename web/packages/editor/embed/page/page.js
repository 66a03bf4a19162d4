/** Two editors on one page, and a record of what they said: `page` is for whoever drives it. */

import { mount } from '../dist/labelwright.js'

const at = (id) => document.getElementById(id)

const TEXT_CONFIG = `<View>
  <Labels name="label" toName="text"><Label value="Person"/><Label value="Place" background="#2b8a3e"/></Labels>
  <Text name="text" value="$text"/>
  <TextArea name="remark" toName="text" placeholder="Remark"/>
</View>`

const page = {
  keys: [],
  sent: [],
  mountText(options = {}) {
    return mount(at('first'), {
      config: TEXT_CONFIG,
      task: { id: 'text', data: { text: 'Ada Lovelace lived in London and wrote the first program there.' } },
      instruction: 'Mark <b>people</b> and places.',
      ...options,
      on: { submit: async (submission) => void page.sent.push(submission), deleteAnnotation: async () => {} },
    })
  },
}
window.page = page
addEventListener('keydown', (event) => page.keys.push(event.key))
page.first = page.mountText()
document.documentElement.dataset.ready = ''

"""What the benchmark of the editor does inside the page: gestures made of events, timed by frames."""

# Only real pointers can be captured. `work` is what our code takes of the frames it asks to draw; `blocked` are the
# stretches in which the page could not answer.
WATCH = """
Element.prototype.setPointerCapture = () => {}
PointerEvent.prototype.getCoalescedEvents = () => []
window.work = 0
window.blocked = []
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) window.blocked.push(task.duration)
}).observe({ type: 'longtask', buffered: true })
const request = window.requestAnimationFrame.bind(window)
window.requestAnimationFrame = (draw) => request((now) => {
  const began = performance.now()
  draw(now)
  window.work += performance.now() - began
})
window.frame = () => new Promise((done) => requestAnimationFrame(done))
window.painted = (since) => new Promise((done) => {
  const channel = new MessageChannel()
  channel.port1.onmessage = () => done(performance.now() - since)
  requestAnimationFrame(() => channel.port2.postMessage(null))
})
"""

# Frame times while panning or zooming for 150 frames; nothing when the shapes are not on screen afterwards.
MOVE = """
async (kind) => {
  const surface = document.querySelector('[role=application]')
  const box = surface.getBoundingClientRect()
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const point = (type, dx, dy, button) => surface.dispatchEvent(new PointerEvent(type,
    { bubbles: true, cancelable: true, clientX: x + dx, clientY: y + dy, pointerId: 1, button }))
  const gaps = []
  let last = await frame()
  if (kind === 'pan') point('pointerdown', 0, 90, 1)
  for (let i = 0; i < 150; i++) {
    if (kind === 'pan') point('pointermove', 120 * Math.sin(i / 9), 90 * Math.cos(i / 9), 1)
    else surface.dispatchEvent(new WheelEvent('wheel',
      { bubbles: true, cancelable: true, ctrlKey: true, deltaY: i % 60 < 30 ? -12 : 12, clientX: x, clientY: y }))
    const now = await frame()
    gaps.push(now - last)
    last = now
  }
  if (kind === 'pan') point('pointerup', 0, 90, 1)
  return gaps.slice(5)
}
"""

# Whether some layer of shapes that is shown has something on it.
DRAWN = """
() => [...document.querySelectorAll('[role=application] canvas')].some((canvas) => {
  const style = getComputedStyle(canvas)
  if (style.display === 'none' || style.visibility === 'hidden' || canvas.dataset.ready) return false
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  return data.some((value) => value > 0)
})
"""

# What finding the shape under the pointer, selecting one, a step of moving it, and undo take: the events, rendering what
# they change, and the two frames after them, as far as they are ours.
TIMES = """
async () => {
  const surface = document.querySelector('[role=application]')
  const box = surface.getBoundingClientRect()
  const timed = async (act) => {
    window.work = 0
    const began = performance.now()
    act()
    // What the events have asked to be rendered comes first.
    await null
    const events = performance.now() - began
    await frame()
    await frame()
    return events + window.work
  }
  const point = (type, x, y) => surface.dispatchEvent(
    new PointerEvent(type, { bubbles: true, cancelable: true, pointerId: 1, button: 0, clientX: x, clientY: y }))
  const at = (i) => [box.x + box.width * (0.2 + 0.015 * i), box.y + box.height * (0.3 + 0.01 * i)]
  const press = (key, more) =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }))
  const hit = [], select = [], move = [], undo = []
  press('v')
  for (let i = 0; i < 40; i++) {
    const began = performance.now()
    point('pointermove', ...at(i))
    hit.push(performance.now() - began)
  }
  for (let i = 0; i < 40; i++) {
    select.push(await timed(() => { point('pointerdown', ...at(i)); point('pointerup', ...at(i)) }))
  }
  for (let i = 0; i < 10; i++) {
    const [x, y] = at(i * 3)
    point('pointerdown', x, y)
    for (let step = 1; step < 12; step++) move.push(await timed(() => point('pointermove', x + step * 2, y + step)))
    point('pointerup', x + 24, y + 12)
    undo.push(await timed(() => press('z', { ctrlKey: true })))
  }
  return { 'hit test': hit, select, 'step of a move': move, undo }
}
"""

# Scribbles over the whole picture with the brush, and tells the longest frame from its release on.
BRUSH = """
async (run) => {
  const surface = document.querySelector('[role=application]')
  const box = surface.getBoundingClientRect()
  const at = (i) => [0.5 + 0.4 * Math.sin(i * 0.37) * Math.cos(i * 0.011), 0.5 + 0.4 * Math.cos(i * 0.23)]
  const point = (type, [x, y]) => surface.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true,
    clientX: box.x + box.width * x, clientY: box.y + box.height * y, pointerId: 1, button: 0 }))
  point('pointerdown', at(run * 7))
  for (let i = 1; i < 120; i++) {
    point('pointermove', at(i + run * 7))
    if (i % 10 === 0) await frame()
  }
  let last = await frame()
  let longest = 0
  point('pointerup', at(120 + run * 7))
  for (let i = 0; i < 40; i++) {
    const now = await frame()
    longest = Math.max(longest, now - last)
    last = now
  }
  return longest
}
"""

# From mounting to the first frame in which the document stands there with its spans, and the end of painting it.
OPENED = """
() => new Promise((done) => {
  const look = () => {
    const text = document.querySelector('[role=document]')
    const isReady = text !== null && text.childElementCount > 1 && CSS.highlights.size > 0
    if (isReady) done(painted(performance.getEntriesByName('mount')[0].startTime))
    else requestAnimationFrame(look)
  }
  look()
})
"""

# The same from one task to another like it, in an editor that is there already.
OPENED_ANOTHER = """
() => new Promise((done) => {
  const before = document.querySelector('[role=document]')
  const began = performance.now()
  openAnother()
  const look = () => {
    const text = document.querySelector('[role=document]')
    const isReady = text !== null && text !== before && text.childElementCount > 1 && CSS.highlights.size > 0
    if (isReady) done(painted(began))
    else requestAnimationFrame(look)
  }
  look()
})
"""

# Selects some words, the n-th time somewhere else, and presses the key of a label.
LABEL = """
async (n) => {
  const walker = document.createTreeWalker(document.querySelector('[role=document]'), NodeFilter.SHOW_TEXT)
  const nodes = []
  while (walker.nextNode() && nodes.length < 400) if (walker.currentNode.length > 60) nodes.push(walker.currentNode)
  const node = nodes[(n * 7) % nodes.length]
  node.parentElement.scrollIntoView({ block: 'center' })
  await frame()
  await frame()
  getSelection().setBaseAndExtent(node, 20, node, 31)
  await new Promise((done) => setTimeout(done, 120))
  const began = performance.now()
  document.body.dispatchEvent(
    new KeyboardEvent('keydown', { key: '2', code: 'Digit2', bubbles: true, cancelable: true }))
  return painted(began)
}
"""

SCROLL = """
async () => {
  let box = document.querySelector('[role=document]')
  while (box.scrollHeight <= box.clientHeight + 4 || getComputedStyle(box).overflowY === 'visible')
    box = box.parentElement
  const gaps = []
  box.scrollTop = 0
  let last = await frame()
  for (let i = 0; i < 200; i++) {
    box.scrollTop += 120
    const now = await frame()
    gaps.push(now - last)
    last = now
  }
  return gaps.slice(5)
}
"""

/**
 * Runs inside the frame, as the body of a function of (modules, port): renders the component of a config with what the
 * editor tells it, and tells the editor what the component does. Nothing here is trusted by the editor.
 */

/* global modules, port */

const loaded = {}
function require(name) {
  if (!loaded[name]) {
    loaded[name] = { exports: {} }
    const env = { env: { NODE_ENV: 'production' } }
    new Function('module', 'exports', 'require', 'process', modules[name])(
      loaded[name],
      loaded[name].exports,
      require,
      env,
    )
  }
  return loaded[name].exports
}

// Policies of pages do not hold for these.
for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel']) delete window[name]

const say = (message) => port.postMessage(message)
const wordsOf = (error) => String(error?.message ?? error)

addEventListener('error', ({ error, message }) => say({ kind: 'failed', message: wordsOf(error ?? message) }))
addEventListener('unhandledrejection', ({ reason }) => say({ kind: 'failed', message: wordsOf(reason) }))

// Keys that the component has no use for may be meant for the editor.
addEventListener('keydown', (event) => {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented } = event
  if (defaultPrevented || !(ctrlKey || metaKey || altKey || key === 'Escape')) return
  say({ kind: 'key', key, code, ctrlKey, metaKey, altKey, shiftKey })
})

const React = require('react')
const { createRoot } = require('react-dom/client')

/** The component: what the code is the value of, else what it declares last under a component's name. */
function componentOf(code) {
  const plain = code.replace(/^\s*export\s+default\s+/m, '').replace(/;\s*$/, '')
  let made
  try {
    made = new Function('React', `return (${plain}\n)`)(React)
  } catch (error) {
    const names = [...plain.matchAll(/^\s*(?:async\s+)?(?:function|const|let|var|class)\s+([A-Z]\w*)/gm)]
    const last = names.at(-1)?.[1]
    if (!(error instanceof SyntaxError) || !last) throw error
    made = new Function('React', `${plain}\nreturn ${last}`)(React)
  }
  if (typeof made !== 'function') throw new TypeError('The code is no function component.')
  return made
}

class Boundary extends React.Component {
  state = { failed: false }
  static getDerivedStateFromError = () => ({ failed: true })
  componentDidCatch = (error) => say({ kind: 'failed', message: wordsOf(error), fatal: true })
  render = () => (this.state.failed ? null : this.props.children)
}

// JSON is what results hold: what has no JSON fails here, with the component's name in the message.
const asJson = (value) => JSON.stringify(value) ?? 'null'

const addRegion = (value, options) => say({ kind: 'add', value: asJson(value), displayText: options?.displayText })

const regionOf = ({ id, value }) => ({
  id,
  value: JSON.parse(value),
  update: (next, options) => say({ kind: 'update', id, value: asJson(next), displayText: options?.displayText }),
  delete: () => say({ kind: 'delete', id }),
})

/** Tells the editor that it was drawn. */
function Seen({ turn, children }) {
  React.useLayoutEffect(() => say({ kind: 'seen', turn }), [turn])
  return children
}

document.body.style.margin = '0'
const home = document.body.appendChild(document.createElement('div'))
const root = createRoot(home, { onCaughtError: () => undefined })
new ResizeObserver(() => say({ kind: 'size', height: Math.ceil(home.getBoundingClientRect().height) })).observe(home)

let component
let data
port.onmessage = ({ data: told }) => {
  const { turn, code, regions, viewState } = told
  if (code !== undefined) {
    data = told.data
    home.style.cssText =
      'padding: 8px; box-sizing: border-box; font: 14px/1.45 system-ui, sans-serif; display: flow-root'
    try {
      component = componentOf(code)
    } catch (error) {
      say({ kind: 'failed', message: wordsOf(error), fatal: true })
    }
  }
  document.documentElement.style.colorScheme = viewState.darkMode ? 'dark' : 'light'
  if (!component) {
    say({ kind: 'seen', turn })
    return
  }
  const props = { React, data, viewState, addRegion, regions: regions.map(regionOf) }
  const drawn = React.createElement(Boundary, null, React.createElement(component, props))
  root.render(React.createElement(Seen, { turn }, drawn))
}
say({ kind: 'ready' })

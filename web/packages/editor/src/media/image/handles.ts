/** Handles of what is selected: SVG, so that the browser gives each its cursor. */

import type { Look } from './scene'
import type { Handle } from './shapes'
import { type Size, toScreen, type Viewport } from './viewport'

const SVG = 'http://www.w3.org/2000/svg'
/** Distance of the rotation knob from its shape, in screen pixels. */
export const REACH = 24

export type PointLook = Pick<Look, 'stroke' | 'pointRadius' | 'squarePoints'>

const RADIUS: Record<Handle['look'], number> = { edge: 4, corner: 5.5, rotate: 5.5, vertex: 4.5 }

export class Handles {
  private readonly svg = document.createElementNS(SVG, 'svg')

  constructor(root: HTMLElement) {
    this.svg.setAttribute('aria-hidden', 'true')
    this.svg.style.cssText =
      'position:absolute;inset:0;width:100%;height:100%;pointer-events:none;overflow:visible;display:none'
    root.append(this.svg)
  }

  remove(): void {
    this.svg.remove()
  }

  draw(handles: readonly Handle[], look: PointLook, view: Viewport, picture: Size): void {
    this.svg.style.display = handles.length > 0 ? 'block' : 'none'
    // Nodes are kept while their number is: one being dragged must not be replaced under the pointer.
    while (this.svg.childElementCount > handles.length) this.svg.lastElementChild?.remove()
    for (const [index, handle] of handles.entries()) {
      place(this.node(index), handle, look, toScreen(view, picture, handle.at))
    }
  }

  private node(index: number): SVGElement {
    const node = this.svg.children[index] as SVGElement | undefined
    return node ?? this.svg.appendChild(document.createElementNS(SVG, 'rect'))
  }
}

function place(node: SVGElement, handle: Handle, look: PointLook, at: { x: number; y: number }): void {
  const radius = handle.look === 'vertex' ? (look.pointRadius ?? RADIUS.vertex) : RADIUS[handle.look]
  const filled = handle.look === 'rotate'
  const attributes = {
    x: at.x - radius,
    y: at.y - radius,
    width: 2 * radius,
    height: 2 * radius,
    rx: handle.look === 'vertex' && look.squarePoints ? 0 : radius,
    fill: filled ? look.stroke : '#fff',
    stroke: filled ? '#fff' : look.stroke,
    'stroke-width': 2,
  }
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value))
  node.style.cssText = `pointer-events:all;cursor:${handle.cursor};touch-action:none`
  node.dataset.handle = handle.id
}

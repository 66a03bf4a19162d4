/** The shapes on one picture, found by place. Pure: what is where, not how it looks on screen. */

import RBush from 'rbush'
import type { JsonObject } from '../../model'
import type { ShapeKind } from './shapes'
import type { Box, Point, Size } from './viewport'

export interface Look {
  readonly stroke: string
  readonly fill: string
  readonly fillOpacity: number
  readonly strokeWidth: number
  /** Of the line; without it the line is full. */
  readonly strokeOpacity?: number
  readonly dashed?: boolean
  /** Of its points, where it has some. */
  readonly pointRadius?: number
  readonly squarePoints?: boolean
}

export interface SceneItem {
  readonly id: string
  readonly kind: ShapeKind
  readonly shape: JsonObject
  readonly look: Look
  /** Text of its tag. */
  readonly text: string
  /** Cannot be changed: no handles. */
  readonly fixed: boolean
  readonly rotatable: boolean
}

interface Entry extends Box {
  readonly item: SceneItem
  readonly order: number
}

const area = (box: Box): number => (box.maxX - box.minX) * (box.maxY - box.minY)

export class Scene {
  private readonly entries = new Map<string, Entry>()
  private readonly tree = new RBush<Entry>()
  private nextOrder = 0
  private picture: Size

  constructor(picture: Size) {
    this.picture = picture
  }

  get size(): number {
    return this.entries.size
  }

  get(id: string): SceneItem | undefined {
    return this.entries.get(id)?.item
  }

  bounds(id: string): Box | undefined {
    return this.entries.get(id)
  }

  /** Makes the scene hold exactly these, touching only what differs. */
  replace(items: readonly SceneItem[]): void {
    const wanted = new Set(items.map((item) => item.id))
    for (const id of [...this.entries.keys()]) if (!wanted.has(id)) this.remove(id)
    if (this.entries.size > 0) {
      for (const item of items) this.put(item)
      return
    }
    const entries = items.map((item) => this.entry(item, this.nextOrder++))
    for (const entry of entries) this.entries.set(entry.item.id, entry)
    this.tree.load(entries)
  }

  put(item: SceneItem): void {
    const before = this.entries.get(item.id)
    if (before?.item === item) return
    if (before) this.tree.remove(before)
    const entry = this.entry(item, before?.order ?? this.nextOrder++)
    this.entries.set(item.id, entry)
    this.tree.insert(entry)
  }

  remove(id: string): void {
    const entry = this.entries.get(id)
    if (!entry) return
    this.tree.remove(entry)
    this.entries.delete(id)
  }

  /** What touches the box, in drawing order. */
  in(box: Box): SceneItem[] {
    return this.tree
      .search(box)
      .sort((a, b) => a.order - b.order)
      .map((entry) => entry.item)
  }

  /** What lies under a point, the smallest first: a thing inside another one can always be reached. */
  under(at: Point, slack: number): SceneItem[] {
    // Points are drawn larger than they are: the shape says how near is near enough.
    const reach = slack * 3
    const near = { minX: at.x - reach, minY: at.y - reach, maxX: at.x + reach, maxY: at.y + reach }
    return this.tree
      .search(near)
      .filter(({ item }) => item.kind.hit(item.shape, this.picture, at, slack))
      .sort((a, b) => area(a) - area(b) || b.order - a.order)
      .map((entry) => entry.item)
  }

  private entry(item: SceneItem, order: number): Entry {
    return { ...item.kind.bounds(item.shape, this.picture), item, order }
  }
}

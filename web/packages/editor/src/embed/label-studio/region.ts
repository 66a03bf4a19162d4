/** A region as pages of Label Studio see one. Of a deleted one the id and the object are left. */

import type { Annotation } from '../../core/annotation'
import { encode, type Region, type WireItem } from '../../model'

export class HostRegion {
  readonly id: string
  /** The object tag it lies on. */
  readonly objectName: string

  constructor(
    private readonly annotation: Annotation,
    { id, target }: Region,
  ) {
    this.id = id
    this.objectName = target
  }

  get type(): string | undefined {
    const type = this.serialize()[0]?.type
    return typeof type === 'string' ? type : undefined
  }

  get labels(): string[] {
    return this.annotation.document.labelsOf(this.id).map((label) => label.stored)
  }

  get parentID(): string | undefined {
    return this.annotation.region(this.id)?.parent
  }

  get selected(): boolean {
    return this.annotation.session.selection.has(this.id)
  }

  get hidden(): boolean {
    return this.annotation.session.hidden.has(this.id)
  }

  /** Its items of the result, one a control. */
  serialize(): WireItem[] {
    return encode(this.annotation.document).filter((item) => item.id === this.id)
  }
}

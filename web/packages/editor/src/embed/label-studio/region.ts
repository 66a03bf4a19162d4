/** A region as pages of Label Studio see one. Of a deleted one the id and the object are left. */

import { encode, type LabelDocument, type Region, type Session, type WireItem } from '../../model'

/** What a region is part of: an annotation, or what was drawn or suggested beside it. */
export interface Whole {
  readonly document: LabelDocument
  readonly session: Session
}

export class HostRegion {
  readonly id: string
  /** The object tag it lies on. */
  readonly objectName: string

  constructor(
    private readonly whole: Whole,
    { id, target }: Region,
    /** Drawn for a model alone: no result holds it. */
    readonly dynamic = false,
  ) {
    this.id = id
    this.objectName = target
  }

  get type(): string | undefined {
    const type = this.serialize()[0]?.type
    return typeof type === 'string' ? type : undefined
  }

  get labels(): string[] {
    return this.whole.document.labelsOf(this.id).map((label) => label.stored)
  }

  get parentID(): string | undefined {
    return this.whole.document.region(this.id)?.parent
  }

  get selected(): boolean {
    return this.whole.session.selection.has(this.id)
  }

  get hidden(): boolean {
    return this.whole.session.hidden.has(this.id)
  }

  /** Its items of the result, one a control. */
  serialize(): WireItem[] {
    return encode(this.whole.document).filter((item) => item.id === this.id)
  }
}

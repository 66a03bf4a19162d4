/** `annotationStore`: the annotations and predictions of the task, and which of them is open. */

import type { HostAnnotation } from './annotation'
import type { Host } from './host'
import { type GivenAnnotation, type GivenPrediction, readPrediction } from './task'

type Named = HostAnnotation | string | number

export class HostAnnotations {
  constructor(private readonly host: Host) {}

  get annotations(): HostAnnotation[] {
    return this.all('annotation')
  }

  get predictions(): HostAnnotation[] {
    return this.all('prediction')
  }

  get selected(): HostAnnotation | undefined {
    const { selectedKey } = this.host
    return selectedKey === undefined ? undefined : this.host.annotation(selectedKey)
  }

  /** Opens one, by itself, its id, or its id at the page. */
  selectAnnotation = (which: Named): HostAnnotation | undefined => this.select(which, this.annotations)
  selectPrediction = (which: Named): HostAnnotation | undefined => this.select(which, this.predictions)

  /** Begins another one and opens it; one that nobody has touched yet is taken for it. */
  addAnnotation(given: Pick<GivenAnnotation, 'result' | 'userGenerate'> = {}): HostAnnotation {
    return this.host.add(given.result)
  }

  addPrediction(given: GivenPrediction): HostAnnotation {
    return this.host.addPrediction(readPrediction(given, this.host.pks))
  }

  /** A new annotation that begins as a copy. */
  addAnnotationFromPrediction(prediction: HostAnnotation): HostAnnotation {
    return this.host.copy(prediction.key)
  }

  async deleteAnnotation(which: Named): Promise<void> {
    const annotation = this.find(which, this.annotations)
    if (annotation) await this.host.on(annotation.key, (editor) => editor.deleteOpen())
  }

  private select(which: Named, among: HostAnnotation[]): HostAnnotation | undefined {
    const found = this.find(which, among)
    if (found) this.host.open(found.key)
    return found
  }

  private find(which: Named, among: HostAnnotation[]): HostAnnotation | undefined {
    if (typeof which === 'object') return which
    const id = String(which)
    return among.find((it) => it.id === id) ?? among.find((it) => it.key === id)
  }

  private all(type: HostAnnotation['type']): HostAnnotation[] {
    return this.host.versions.map((it) => this.host.annotation(it.key)).filter((it) => it.type === type)
  }
}

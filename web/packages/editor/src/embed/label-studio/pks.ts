/**
 * Ids as pages know them, any string, and the numbers that the editor knows them by. Numbers below zero are our own: for
 * ids that are no numbers, and for what was stored without telling its id.
 */

export class Pks {
  private readonly numbers = new Map<string, number>()
  private readonly names = new Map<number, string>()
  private last = 0

  /** The number of an id. */
  numberOf(pk: string | number): number {
    const name = String(pk)
    const plain = Number(name)
    if (Number.isSafeInteger(plain) && plain >= 0 && String(plain) === name) return plain
    const known = this.numbers.get(name)
    if (known !== undefined) return known
    const made = this.fresh()
    this.name(made, name)
    return made
  }

  /** A number that stands for nothing yet. */
  fresh(): number {
    this.last -= 1
    return this.last
  }

  name(number: number, pk: string): void {
    this.numbers.set(pk, number)
    this.names.set(number, pk)
  }

  pkOf(number: number | undefined): string | undefined {
    if (number === undefined) return undefined
    return this.names.get(number) ?? (number < 0 ? undefined : String(number))
  }
}

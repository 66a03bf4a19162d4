/** Bit streams, most significant bit first. */

export class BitReader {
  private readonly bytes: ArrayLike<number>
  private at = 0

  constructor(bytes: ArrayLike<number>) {
    this.bytes = bytes
  }

  get overrun(): boolean {
    return this.at > this.bytes.length * 8
  }

  read(bits: number): number {
    let value = 0
    let left = bits
    while (left > 0) {
      const offset = this.at & 7
      const take = Math.min(8 - offset, left)
      const byte = this.bytes[this.at >> 3] ?? 0
      value = value * 2 ** take + ((byte >> (8 - offset - take)) & ((1 << take) - 1))
      this.at += take
      left -= take
    }
    return value
  }
}

export class BitWriter {
  private bytes = new Uint8Array(1024)
  private at = 0

  write(value: number, bits: number): void {
    if ((this.at + bits) >> 3 >= this.bytes.length) this.grow()
    for (let left = bits; left > 0; ) {
      const offset = this.at & 7
      const take = Math.min(8 - offset, left)
      const part = Math.floor(value / 2 ** (left - take)) & ((1 << take) - 1)
      const index = this.at >> 3
      this.bytes[index] = (this.bytes[index] as number) | (part << (8 - offset - take))
      this.at += take
      left -= take
    }
  }

  finish(): Uint8Array {
    return this.bytes.slice(0, (this.at + 7) >> 3)
  }

  private grow(): void {
    const larger = new Uint8Array(this.bytes.length * 2)
    larger.set(this.bytes)
    this.bytes = larger
  }
}

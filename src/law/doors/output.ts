const START = 1 << 20
/** UTF-8 takes no more bytes than this for a unit of text. */
const BYTES_PER_UNIT = 3

/** Bytes that are put together piece by piece in one buffer, which grows as needed and is used again. */
export class Output {
  private buffer = new Uint8Array(START)
  private used = 0
  private readonly encoder = new TextEncoder()

  /** Appends text as UTF-8. */
  text(text: string): void {
    this.makeRoom(text.length * BYTES_PER_UNIT)
    this.used += this.encoder.encodeInto(text, this.buffer.subarray(this.used)).written
  }

  /** Appends bytes as they are. */
  bytes(bytes: Uint8Array): void {
    this.makeRoom(bytes.length)
    this.buffer.set(bytes, this.used)
    this.used += bytes.length
  }

  /** A copy of what was put together, with a buffer of its own; the next output starts empty. */
  take(): Uint8Array<ArrayBuffer> {
    const whole = this.buffer.slice(0, this.used)
    this.used = 0
    return whole
  }

  private makeRoom(size: number): void {
    if (this.used + size <= this.buffer.length) return
    const larger = new Uint8Array(Math.max(this.buffer.length * 2, this.used + size))
    larger.set(this.buffer.subarray(0, this.used))
    this.buffer = larger
  }
}

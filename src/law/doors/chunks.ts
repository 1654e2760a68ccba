/** Whole lines as bytes, without copying them into text; `firstLine` counts from 1. */
export interface Chunk {
  bytes: Uint8Array
  firstLine: number
  index: number
}

const NEWLINE = 10
/** No dossier is longer; what follows in an endless line is dropped, so that it cannot fill the memory. */
const LONGEST_LINE = 8 << 20
const CHUNK = 1 << 17

/**
 * Cuts a stream of bytes into chunks that end at the end of a line. A line that is longer than any dossier is cut off
 * after `LONGEST_LINE` bytes, and so fails as bad JSON in its place.
 */
export async function* readChunks(stream: AsyncIterable<Buffer>): AsyncGenerator<Chunk> {
  let parts: Buffer[] = []
  let size = 0
  let line = 1
  let index = 0
  let tail = 0
  for await (const read of stream) {
    const end = read.lastIndexOf(NEWLINE)
    if (end < 0) {
      // Inside one long line: keep its beginning only.
      if (tail + read.length <= LONGEST_LINE) {
        parts.push(read)
        size += read.length
      }
      tail += read.length
      continue
    }
    parts.push(read.subarray(0, end + 1))
    size += end + 1
    tail = read.length - end - 1
    if (size < CHUNK) {
      if (tail > 0) {
        parts.push(read.subarray(end + 1))
        size += tail
      }
      continue
    }
    const chunk = { bytes: wholeOf(parts), firstLine: line, index }
    line += lines(chunk.bytes)
    index += 1
    yield chunk
    parts = tail > 0 ? [read.subarray(end + 1)] : []
    size = tail
  }
  if (size > 0) yield { bytes: wholeOf(parts), firstLine: line, index }
}

function lines(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count += 1
  return count
}

/** The parts as one run of bytes with a buffer of its own, so that it can be handed over to another thread. */
function wholeOf(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

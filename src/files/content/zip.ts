import { inflateRawSync } from 'node:zlib'

/** An entry of a ZIP, as its directory names it. */
export interface ZipEntry {
  name: string
  method: number
  packedSize: number
  /** Where its own header stands. */
  at: number
}

const END = 0x06054b50
const DIRECTORY = 0x02014b50
const LOCAL = 0x04034b50
const MOST_ENTRIES = 10_000

/** The entries of a ZIP; `undefined` where it is damaged, larger than ZIP's classic form knows, or none. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | undefined {
  const zip = viewOf(bytes)
  const end = findEnd(zip)
  if (end === undefined) return undefined
  const count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  if (count > MOST_ENTRIES) return undefined
  const entries: ZipEntry[] = []
  for (let number = 0; number < count; number++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== DIRECTORY) return undefined
    const nameLength = zip.readUInt16LE(at + 28)
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      packedSize: zip.readUInt32LE(at + 20),
      at: zip.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

/** The content of an entry; `undefined` where it is damaged, encrypted, or unpacks to more than `most` bytes. */
export function entryBytes(bytes: Uint8Array, entry: ZipEntry, most: number): Uint8Array | undefined {
  const zip = viewOf(bytes)
  const { at, method, packedSize } = entry
  if (at + 30 > zip.length || zip.readUInt32LE(at) !== LOCAL) return undefined
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
  const packed = zip.subarray(start, start + packedSize)
  if (packed.length !== packedSize) return undefined
  if (method === 0) return packed.length > most ? undefined : packed
  if (method !== 8) return undefined
  try {
    return inflateRawSync(packed, { maxOutputLength: most })
  } catch {
    return undefined
  }
}

/** The end record: the last thing in the file but for a comment of at most 64 KiB. */
function findEnd(zip: Buffer): number | undefined {
  const lowest = Math.max(0, zip.length - 22 - 65_535)
  for (let at = zip.length - 22; at >= lowest; at--) if (zip.readUInt32LE(at) === END) return at
  return undefined
}

function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

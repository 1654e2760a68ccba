let last = 0
let count = 0

const MOST_IN_A_MILLISECOND = 0xfff

/**
 * A new id: a UUID of version 7 (RFC 9562, section 5.7). It begins with the time, and within a millisecond with a count (section
 * 6.2, method 1): what one process adds one after the other lies together in an index, and in this order.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const now = Math.max(Date.now(), last)
  const isFull = now === last && count === MOST_IN_A_MILLISECOND
  count = now === last && !isFull ? count + 1 : 0
  last = isFull ? now + 1 : now
  for (let at = 0; at < 6; at += 1) bytes[at] = Math.floor(last / 256 ** (5 - at)) % 256
  bytes[6] = 0x70 | (count >> 8)
  bytes[7] = count & 0xff
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

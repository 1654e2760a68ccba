import { isIPv6 } from 'node:net'

/** Failures of late, and how many seconds ago the last one was. */
export interface Failures {
  count: number
  secondsAgo: number
}

/** Failures that stand against an attempt, counted in three ways. */
export interface Failed {
  /** For this login from this network; in a known browser, in that browser. */
  here: Failures
  /** From this network, for whatever login. */
  network: Failures
  /** For this login, from wherever. */
  login: Failures
}

interface Patience {
  /** So many failures cost nothing. */
  free: number
  /** The wait after the next one, in seconds; each further failure doubles it. */
  first: number
  most: number
}

/** Over how many minutes failures are counted, each in its way. */
export const WINDOWS = { here: 60, network: 15, login: 60 } as const

const HERE: Patience = { free: 5, first: 4, most: 900 }
const NETWORK: Patience = { free: 60, first: 4, most: 300 }
const LOGIN: Patience = { free: 50, first: 4, most: 60 }

/** So many failures in a known browser, and it is known no longer. */
export const DEVICE_FAILURES = 10

/**
 * Seconds that this attempt has to wait. What others do, elsewhere, never slows down somebody in a browser in which they
 * have signed in before; and nobody is ever locked out: the wait ends by itself.
 */
export function waitFor({ here, network, login }: Failed, knownDevice: boolean): number {
  const own = remaining(here, HERE)
  return knownDevice ? own : Math.max(own, remaining(network, NETWORK), remaining(login, LOGIN))
}

function remaining({ count, secondsAgo }: Failures, { free, first, most }: Patience): number {
  if (count < free) return 0
  const wait = Math.min(most, first * 2 ** Math.min(count - free, 20))
  return Math.max(0, Math.ceil(wait - secondsAgo))
}

/** The network that an address belongs to: of IPv6 the first 64 bits, which one subscriber has whole. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(address)) return address
  const [left = '', right] = (address.split('%')[0] ?? '').toLowerCase().split('::')
  const head = left === '' ? [] : left.split(':')
  const tail = right === undefined || right === '' ? [] : right.split(':')
  const gap = right === undefined ? 0 : Math.max(0, 8 - head.length - tail.length)
  const groups = [...head, ...Array<string>(gap).fill('0'), ...tail].slice(0, 4)
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`
}

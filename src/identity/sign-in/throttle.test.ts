import { describe, expect, it } from 'vitest'
import { type Failed, networkOf, waitFor } from './throttle.ts'

const NONE = { count: 0, secondsAgo: 0 }
const failed = (more: Partial<Failed>): Failed => ({ here: NONE, network: NONE, login: NONE, ...more })

describe('the wait after failures', () => {
  it.each([
    [4, 0],
    [5, 4],
    [6, 8],
    [7, 16],
    [12, 512],
    [13, 900],
    [1000, 900],
  ])('after %i for one login from one network is %i seconds', (count, seconds) => {
    expect(waitFor(failed({ here: { count, secondsAgo: 0 } }), false)).toBe(seconds)
    expect(waitFor(failed({ here: { count, secondsAgo: 0 } }), true)).toBe(seconds)
  })

  it('ends by itself', () => {
    expect(waitFor(failed({ here: { count: 1000, secondsAgo: 899 } }), false)).toBe(1)
    expect(waitFor(failed({ here: { count: 1000, secondsAgo: 900 } }), false)).toBe(0)
  })

  it('caused by others, elsewhere or in the same office, is not for a known browser', () => {
    const others = failed({ login: { count: 10_000, secondsAgo: 0 }, network: { count: 10_000, secondsAgo: 0 } })
    expect(waitFor(others, true)).toBe(0)
    expect(waitFor(others, false)).toBe(300)
  })

  it('for a login that is guessed at from everywhere is never more than a minute', () => {
    expect(waitFor(failed({ login: { count: 1_000_000, secondsAgo: 0 } }), false)).toBe(60)
  })
})

describe('the network of an address', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s is of %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})

import { describe, expect, it } from 'vitest'
import { homeOf } from './homes.ts'

const asked = (askedBodyId: string) => ({ askedBodyId, letterBecause: null })
const byLetter = (letterBecause: string) => ({ askedBodyId: null, letterBecause })

describe('the body that is asked about travellers of a unit', () => {
  it('is that in which the register has them, whoever else bears its name', () => {
    expect(homeOf(['a'], [])).toEqual(asked('a'))
    expect(homeOf(['a', 'a'], ['a', 'b'])).toEqual(asked('a'))
  })

  it('is the only one of that name where somebody is entered by hand, or nobody of it travels', () => {
    expect(homeOf([undefined], ['a'])).toEqual(asked('a'))
    expect(homeOf([undefined, 'a'], ['a'])).toEqual(asked('a'))
    expect(homeOf([], ['a'])).toEqual(asked('a'))
  })

  it('answers by letter where no body or several bear the name, or members are of several', () => {
    expect(homeOf([undefined], [])).toEqual(byLetter('no-body'))
    expect(homeOf([undefined], ['a', 'b'])).toEqual(byLetter('several-bodies'))
    expect(homeOf([undefined, 'a'], ['a', 'b'])).toEqual(byLetter('several-bodies'))
    expect(homeOf([undefined, 'b'], ['a'])).toEqual(byLetter('several-homes'))
    expect(homeOf(['a', 'b'], ['a'])).toEqual(byLetter('several-homes'))
  })
})

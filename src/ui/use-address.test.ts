import { expect, it } from 'vitest'
import { changed } from './use-address.ts'

it('a changed filter leads to the first page and keeps the other filters', () => {
  expect(changed({ q: 'lê', body: '7', page: '3' }, { q: 'trần' })).toEqual({ q: 'trần', body: '7' })
})

it('an emptied filter leaves the address', () => {
  expect(changed({ q: 'lê', sort: '-name' }, { q: '', sort: undefined })).toEqual({})
})

it('turning the page keeps everything else', () => {
  expect(changed({ q: 'lê', page: '3' }, { page: 4 })).toEqual({ q: 'lê', page: '4' })
})

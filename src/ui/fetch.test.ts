import { expect, it } from 'vitest'
import { fileName } from './download.ts'
import { requestOf } from './fetch.ts'

it('puts the fields named in the path there, and the others into the query', () => {
  const { url } = requestOf({ method: 'GET', path: '/api/people/:id/trips' }, { id: 'a/b', year: 2026, q: '' })
  expect(url).toBe('/api/people/a%2Fb/trips?year=2026')
})

it('sends what is not in the path as the body of a POST', () => {
  const { url, body } = requestOf({ method: 'POST', path: '/api/people/:id' }, { id: '7', name: 'Lê Châu' })
  expect([url, body]).toEqual(['/api/people/7', '{"name":"Lê Châu"}'])
})

it('sends a list as it is where no field stands in the path', () => {
  expect(requestOf({ method: 'POST', path: '/api/law/check' }, [1, 2]).body).toBe('[1,2]')
})

it('does not ask for a thing without its id', () => {
  expect(() => requestOf({ method: 'GET', path: '/api/people/:id' }, { id: '' })).toThrow('needs the field id')
})

it('reads the name of a file with Vietnamese letters', () => {
  expect(fileName("attachment; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch.xlsx")).toBe('Kế hoạch.xlsx')
  expect(fileName(null)).toBeUndefined()
})

it('what pasting brings along unseen is not sent: U+0000 and halves of letters', () => {
  const { body } = requestOf({ method: 'POST', path: '/api/x' }, { texts: ['a\u0000b', 'x\ud83d', '😀'] })
  expect(body).toBe('{"texts":["ab","x","😀"]}')
  expect(requestOf({ method: 'GET', path: '/api/x' }, { q: 'a\u0000\ud83d' }).url).toBe('/api/x?q=a')
})

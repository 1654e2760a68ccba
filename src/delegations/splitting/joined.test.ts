import { expect, test } from 'vitest'
import { joinedWith, travelInBoth } from './joined.ts'

const LAN = '00000000-0000-4000-8000-000000000001'
const MAI = '00000000-0000-4000-8000-000000000002'
const content = (...members: object[]) => ({
  title: 'Đoàn',
  members: members.map((one, at) => ({ key: `m${at}`, role: 'member', ...one })),
})

test('Joined dossiers have everybody once: people of the register by themselves, others by their names.', () => {
  const one = content({ name: 'Nguyễn Thị Lan', personId: LAN, role: 'head' }, { name: 'Trần Văn Bảo' })
  const other = content(
    { name: 'Nguyễn Thị Lan', personId: MAI, role: 'head' },
    { name: 'trần văn bảo' },
    { name: 'Lê Cúc' },
  )
  const { members } = joinedWith(one, [other, content({ name: 'Lê Cúc' })])
  expect(members).toMatchObject([
    { key: 'm0', personId: LAN, role: 'head' },
    { key: 'm1', name: 'Trần Văn Bảo' },
    { key: 'joined0-m0', personId: MAI, role: 'member' },
    { key: 'joined0-m2', name: 'Lê Cúc' },
  ])
  expect([travelInBoth(one, other), travelInBoth(one, one), travelInBoth(one, content())]).toEqual([1, 2, 0])
})

test('Whoever was entered by hand is somebody of the register who bears the same name.', () => {
  const one = content({ name: 'Nguyễn Thị Lan', personId: LAN })
  expect(joinedWith(one, [content({ name: 'NGUYỄN THỊ LAN' })]).members).toHaveLength(1)
})

test('Members without a name are told apart: nothing says that they are one.', () => {
  expect(joinedWith(content({}), [content({}), content({ name: '' })]).members).toHaveLength(3)
})

import { describe, expect, it } from 'vitest'
import { MarkingFound, markingIn, refuseMarkings } from './markings.ts'

describe('a marking of secrecy', () => {
  it.each([
    ['Báo cáo (MẬT) về đàm phán', 'MẬT'],
    ['TỐI MẬT', 'TỐI MẬT'],
    ['Độ mật: TUYỆT  MẬT', 'TUYỆT MẬT'],
    ['TỐI MẬT'.normalize('NFD'), 'TỐI MẬT'],
  ])('is found in “%s”', (text, marking) => {
    expect(markingIn(text)).toBe(marking)
  })

  it.each(['Bảo mật thông tin', 'BẢO MẬT DỮ LIỆU', 'sản phẩm MẬT ONG', 'bí mật nhà nước', 'MẬTRAN', 'MẬT ĐỘ DÂN CƯ'])(
    'is not seen in “%s”',
    (text) => {
      expect(markingIn(text)).toBeUndefined()
    },
  )

  it('is found wherever it stands in a dossier', () => {
    expect(() => refuseMarkings([{ members: [{ key: 'a', task: 'mang tài liệu TỐI MẬT' }] }])).toThrow(MarkingFound)
  })
})

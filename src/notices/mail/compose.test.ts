import { expect, it } from 'vitest'
import { composeDigest, composeNotice } from './compose.ts'

const LINE = { code: 'ĐR-2026-0143', what: 'dossier.sign', due: '2026-11-25', path: '/doan-ra/0190' } as const

it('a mail of one notice says the code, what is asked, the day and the link, in both languages', () => {
  const { subject, text } = composeNotice(LINE, 'https://doanra.example.vn')
  expect(subject).toBe('[Đoàn Ra] ĐR-2026-0143: Hồ sơ chờ thủ trưởng ký')
  expect(text).toContain('ĐR-2026-0143 – Hồ sơ chờ thủ trưởng ký. Hạn: 25/11/2026.')
  expect(text).toContain('ĐR-2026-0143 – A dossier waits for the head’s signature. Due: 25/11/2026.')
  expect(text).toContain('\nhttps://doanra.example.vn/doan-ra/0190\n')
  expect(text).toContain('https://doanra.example.vn/thong-bao')
})

it('a digest puts what is overdue first, then what is due soon, then the rest, and leaves out what is empty', () => {
  const { subject, text } = composeDigest(
    [
      { ...LINE, when: 'overdue' },
      { ...LINE, code: 'ĐR-2026-0200', due: null },
    ],
    '2026-11-26',
    'https://doanra.example.vn',
  )
  expect(subject).toBe('[Đoàn Ra] 2 việc đang chờ, 26/11/2026 – 2 waiting')
  expect(text.indexOf('QUÁ HẠN – OVERDUE (1)')).toBeGreaterThanOrEqual(0)
  expect(text.indexOf('ĐANG CHỜ – WAITING (1)')).toBeGreaterThan(text.indexOf('OVERDUE'))
  expect(text).not.toContain('TWO WORKING DAYS')
  expect(text).toContain('ĐR-2026-0200 – Hồ sơ chờ thủ trưởng ký.\n')
})

import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Bars } from './bars.tsx'
import { Field } from './field.tsx'
import { HeatTable } from './heat-table.tsx'
import { KeyValue } from './key-value.tsx'
import { LanguageProvider } from './language.tsx'
import { TimeLeft } from './time-left.tsx'

const html = (part: ReactNode) => renderToStaticMarkup(<LanguageProvider>{part}</LanguageProvider>)
/** The words on the page, without their elements. */
const words = (part: ReactNode) =>
  html(part)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

describe('the time left', () => {
  test.each([
    [-4, 'quá 4 ngày LV'],
    [0, 'hôm nay'],
    [1, 'còn 1 ngày LV'],
  ])('of %d days is said as "%s"', (days, said) => {
    expect(words(<TimeLeft days={days} />)).toBe(said)
  })

  test('names the day for those who hear it', () => {
    expect(words(<TimeLeft days={7} unit="calendar" due="2026-05-11" />)).toBe('còn 7 ngày (hạn 11/05/2026)')
  })
})

describe('bars', () => {
  const bars = (planned: number) => (
    <Bars
      label="Kinh phí"
      series={['kế hoạch', 'đã chi']}
      write={(value) => `${value} ₫`}
      rows={[{ key: 'a', label: 'Sở Y tế', values: [planned, 1], ceiling: 5 }]}
    />
  )

  test('say every figure in words, and what is left under the ceiling', () => {
    expect(words(bars(3))).toBe('Sở Y tế kế hoạch 3 ₫ đã chi 1 ₫ mức trần 5 ₫ còn 2 ₫')
  })

  test('say by how much the ceiling is passed', () => {
    expect(words(bars(7))).toContain('mức trần 5 ₫ vượt 2 ₫')
  })
})

test('a heat table writes its numbers, leaves zeros empty, and says what is over the limit', () => {
  const table = html(
    <HeatTable
      caption="Số đoàn"
      corner="Nước"
      rows={[{ key: 'FR', word: 'Pháp' }]}
      columns={[
        { key: '1', word: 'T1' },
        { key: '2', word: 'T2' },
        { key: '3', word: 'T3' },
      ]}
      value={(_, month) => ({ 1: 4, 2: 2 })[month]}
      limit={() => 3}
    />,
  )
  const cells = [...table.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) => cell.replace(/<[^>]+>/g, ''))
  expect(cells).toEqual(['4 (vượt ngưỡng 3)', '2', ''])
})

test('a fact that is not known shows a dash, and a zero shows itself', () => {
  const facts = words(
    <KeyValue
      rows={[
        ['Hộ chiếu', undefined],
        ['Số chuyến', 0],
      ]}
    />,
  )
  expect(facts).toBe('Hộ chiếu — Số chuyến 0')
})

test('a field is described by what is expected and by its fault', () => {
  const field = html(
    <Field id="name" label="Tên" hint="Như trong quyết định" error="còn thiếu">
      {({ id, invalid, describedBy }) => <input id={id} aria-invalid={invalid} aria-describedby={describedBy} />}
    </Field>,
  )
  expect(field).toContain('aria-describedby="name-hint name-error"')
  expect(field).toContain('aria-invalid="true"')
})

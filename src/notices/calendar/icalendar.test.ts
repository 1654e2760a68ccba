import ICAL from 'ical.js'
import { expect, it } from 'vitest'
import { icalendar } from './icalendar.ts'

const STAMP = new Date('2026-11-22T10:05:06.789Z')
const LONG =
  'ĐR-2026-0143: Hồ sơ chờ cấp có thẩm quyền quyết định, gấp; đường dẫn \\ trong thư – xem thêm ở trang Thông báo'

function write(summary = LONG): string {
  const event = { uid: 'a-decide@doan-ra', day: '2026-12-31', summary, url: 'https://doanra.example.vn/doan-ra/a' }
  return icalendar('Đoàn Ra', [event, { ...event, uid: 'b-sign@doan-ra', day: '2028-02-29' }], STAMP)
}

function eventsOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
}

it('is read by another program as it was written', () => {
  const [first, second] = eventsOf(write())
  expect(first?.summary).toBe(LONG)
  expect(first?.uid).toBe('a-decide@doan-ra')
  expect(first?.startDate.isDate).toBe(true)
  expect(String(first?.startDate)).toBe('2026-12-31')
  expect(String(first?.endDate)).toBe('2027-01-01')
  expect(String(second?.endDate)).toBe('2028-03-01')
  expect(String(first?.component.getFirstPropertyValue('dtstamp'))).toBe('2026-11-22T10:05:06Z')
})

it('ends every line with CRLF and keeps it within 75 octets, without tearing a letter', () => {
  const text = write()
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const lines = text.split('\r\n')
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
  expect(lines.some((line) => line.startsWith(' '))).toBe(true)
  expect(text).not.toContain('\uFFFD')
})

it('lets no text break out of its line', () => {
  const [first, , third] = eventsOf(write('một\r\nEND:VEVENT\nBEGIN:VEVENT'))
  expect(first?.summary).toBe('một\nEND:VEVENT\nBEGIN:VEVENT')
  expect(third).toBeUndefined()
})

it('is the same text for the same days and instant', () => {
  expect(write()).toBe(write())
})

it('is a calendar without events where nothing has a day', () => {
  expect(eventsOf(icalendar('Đoàn Ra', [], STAMP))).toEqual([])
})

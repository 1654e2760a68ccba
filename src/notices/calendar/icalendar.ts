import { addDays, type Day } from '../../kernel/day.ts'

/** A day of a calendar. */
export interface CalendarEvent {
  /** The same each time the calendar is read, and in no other calendar of ours for anything else. */
  uid: string
  day: Day
  summary: string
  /** Where it is opened. */
  url: string
}

/**
 * A calendar of whole days in iCalendar (RFC 5545): lines end with CRLF and are folded at 75 octets, text is escaped. `stamp`
 * is the instant at which it is written; it is given, so that the same calendar is the same text. Pure.
 */
export function icalendar(name: string, events: readonly CalendarEvent[], stamp: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Doan Ra//Doan Ra//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines({ uid, day, summary, url }: CalendarEvent, stamp: Date): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    'END:VEVENT',
  ]
}

function compact(day: Day): string {
  return day.replaceAll('-', '')
}

/** Text as section 3.3.11 wants it. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n')
}

const MOST_OCTETS = 75

/** A line in pieces of at most 75 octets, each but the first behind a space (section 3.1); no letter is torn apart. */
function folded(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const letter of line) {
    const width = Buffer.byteLength(letter)
    if (octets + width > MOST_OCTETS) {
      pieces.push(piece)
      piece = ''
      // The space that begins the next line counts too.
      octets = 1
    }
    piece += letter
    octets += width
  }
  return [...pieces, piece].join('\r\n ')
}

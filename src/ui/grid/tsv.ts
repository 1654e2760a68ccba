/** Tables as Excel and other spreadsheets put them on the clipboard. */

/**
 * Reads tab-separated text: a cell that begins with a quote may hold tabs, line breaks and doubled quotes. The line
 * break that ends the last row begins no other.
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const cell = text[at] === '"' ? quoted(text, at) : plain(text, at)
    row.push(cell.text)
    at = cell.end
    if (text[at] === '\t') {
      at += 1
      if (at === text.length) row.push('')
      continue
    }
    rows.push(row)
    row = []
    at += text.startsWith('\r\n', at) ? 2 : 1
  }
  if (row.length > 0) rows.push(row)
  return rows
}

/** Writes a table so that spreadsheets, and `parseTsv`, read the same cells. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(written).join('\t')}\r\n`).join('')
}

interface Read {
  text: string
  end: number
}

function plain(text: string, from: number): Read {
  const found = text.slice(from).search(/[\t\r\n]/)
  const end = found === -1 ? text.length : from + found
  return { text: text.slice(from, end), end }
}

/** A quoted cell; a quote that nothing closes, or after which the cell goes on, was an ordinary letter. */
function quoted(text: string, from: number): Read {
  const match = /^"((?:[^"]|"")*)"(?=[\t\r\n]|$)/.exec(text.slice(from))
  if (!match) return plain(text, from)
  return { text: (match[1] ?? '').replaceAll('""', '"'), end: from + match[0].length }
}

function written(cell: string): string {
  return /[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

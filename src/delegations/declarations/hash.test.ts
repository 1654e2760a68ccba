import { expect, test } from 'vitest'
import { hashOfText } from './hash.ts'
import { DECLARATION_TEXTS } from './texts.ts'

/** What members have signed. A text that differs gets a version and a day of its own, and a line here. */
const SIGNED = [
  'secrets 2026-01 50386ebb3a8c12dc40e9264d36ab06877d0f445e0bcbdefd7b54eacecc89cc8e',
  'relatives 2026-01 742d76fc1868da02e3e535c5dc301ebe929d7560be46944a7ea78a46ddb08fad',
  'social-media 2026-01 ff882597487c56aae1e2233dd8472ffe298346d30431df66291be6314ef9fd1f',
  'host-law 2026-01 68fda071cfcda3ce9474fe1b269b49a64c65054a2e1def8b8b02f9a2a8d073fd',
]

test('a text that members have signed stays as it was', () => {
  expect(DECLARATION_TEXTS.map((one) => `${one.kind} ${one.version} ${hashOfText(one)}`)).toEqual(SIGNED)
})

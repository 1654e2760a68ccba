import { readFileSync } from 'node:fs'
import { addMonths } from '../../src/kernel/day.ts'
import type { Entries, Target } from './entry.ts'

const COMPLIANT = new URL('../acceptance/01-compliant.json', import.meta.url)
const FROM = '2026-06-01'
const DOCUMENT = '9/QĐ'

const nameOfPerson = ({ person }: Target) => person.name
const bodyFields = ({ body }: Target) => ({
  name: 'Phòng mới',
  parentId: body,
  level: 'department',
  jurisdiction: 'VN-HN',
})

/** The law, the audit trail, the bodies, retention. */
export const registerEntries: Entries = {
  'GET /api/law': { once: true },
  'GET /api/law-files/:kind/:id': { once: true, input: () => ({ kind: 'instruments', id: '38-CT-TW-2014' }) },
  'GET /api/law/cases': { once: true },
  'POST /api/checks': { once: true, input: () => JSON.parse(readFileSync(COMPLIANT, 'utf8')).request },

  'GET /api/audit': { input: ({ body }) => ({ body, action: 'person.created' }), shows: nameOfPerson },
  'POST /api/audit/:id/personal': {
    input: ({ auditEntry }) => ({ id: auditEntry, reason: 'Kiểm tra theo kế hoạch' }),
    shows: () => '0900000001',
  },
  'GET /api/audit/verification': { once: true },
  'GET /api/audit/export': { shows: nameOfPerson },

  'GET /api/bodies': { input: ({ root }) => ({ root }), shows: ({ body }) => body },
  'GET /api/bodies/tree': { input: ({ root }) => ({ root }), shows: ({ body }) => body },
  'GET /api/bodies/export': { input: ({ root }) => ({ root }), shows: ({ name }) => name },
  'GET /api/bodies/:id': { input: ({ body }) => ({ id: body }) },
  'POST /api/bodies': {
    input: (target) => ({ ...bodyFields(target), code: `${target.code}.9`, from: FROM }),
  },
  'POST /api/bodies/:id/versions': {
    input: ({ root, body }) => ({ ...bodyFields({ body: root } as Target), id: body, from: FROM, document: DOCUMENT }),
  },
  'POST /api/bodies/:id/end': {
    input: ({ divisions: [first] }) => ({ id: first, on: FROM, document: DOCUMENT }),
  },
  'POST /api/bodies/merge': {
    input: ({ divisions }) => ({ bodies: divisions, into: { id: divisions[0] }, on: FROM, document: DOCUMENT }),
  },
  'POST /api/bodies/merge – a body of the scope into one of the other': {
    input: ({ divisions, body, caller }) => ({
      bodies: [divisions[0]],
      into: { id: (body === caller.own.body ? caller.other : caller.own).body },
      on: FROM,
      document: DOCUMENT,
    }),
  },
  'POST /api/bodies/:id/split': {
    input: (target) => ({
      id: target.divisions[0],
      into: [{ ...bodyFields(target), code: `${target.code}.9` }],
      on: FROM,
      document: DOCUMENT,
    }),
  },
  'POST /api/bodies/:id/countries': {
    input: ({ mission }) => ({ id: mission, countries: ['JP', 'KR'], from: FROM }),
  },
  'POST /api/bodies/:id/reporting': {
    input: ({ root, ministry }) => ({ id: root, to: [ministry], from: FROM }),
  },

  'GET /api/retention': { once: true, shows: () => '"due":' },
  'POST /api/retention/purge': {
    once: true,
    input: ({ caller, today }) => ({
      class: 'audit-personal',
      before: new Date(`${addMonths(today, -120)}T00:00:00+07:00`).toISOString(),
      due: caller.column === 'install' ? 2 : 1,
      reason: 'Hết thời hạn lưu',
    }),
  },
}

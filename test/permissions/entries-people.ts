import type { Entries, Target } from './entry.ts'
import { IMPORT_AS } from './world.ts'

const REASON = 'Theo yêu cầu kiểm tra'
const ON = '2026-06-01'

const byBody = ({ body }: Target) => ({ body })
const person = ({ person: { id } }: Target) => ({ id })
const personName = ({ person: { name } }: Target) => name
const passport = ({ passport: id }: Target) => ({ id, on: ON })
const postIn = (body: string) => ({ bodyId: body, title: 'Chuyên viên', from: ON })

/** People, passports, imports. */
export const peopleEntries: Entries = {
  'GET /api/people': { input: byBody, shows: personName },
  'GET /api/people/export': { input: byBody, shows: personName },
  'GET /api/people/pick': { input: byBody, shows: personName },
  'GET /api/people/leaders': { input: byBody, shows: personName },
  'GET /api/people/:id': { input: person },
  'POST /api/people/:id/sensitive': {
    input: ({ person: { id } }) => ({ id, fields: ['birthDate', 'phone'], reason: REASON }),
  },
  'POST /api/people': { input: ({ body, code }) => ({ name: 'Người mới', code: `${code}-99`, post: postIn(body) }) },
  'POST /api/people/:id': {
    input: ({ person: { id, version } }) => ({ id, version, name: 'Tên đã sửa', phone: '0911111111' }),
  },
  'POST /api/people/:id/leave': {
    input: ({ person: { id, version } }) => ({ id, version, on: ON, document: '3/QĐ' }),
  },
  'POST /api/people/:id/posts': { input: ({ person: { id }, body }) => ({ id, ...postIn(body) }) },
  'POST /api/people/:id/posts – into the unit from another': {
    input: ({ caller, body }) => ({
      id: (body === caller.own.body ? caller.other : caller.own).person.id,
      ...postIn(body),
    }),
  },
  'POST /api/people/:id/posts/:postId/end': {
    input: ({ person: { id, postId } }) => ({ id, postId, on: ON, document: '3/QĐ' }),
  },
  'POST /api/people/:id/kinship': {
    input: ({ person: { id }, colleague }) => ({ id, relativeId: colleague, relation: 'sibling', declaredOn: ON }),
  },
  'POST /api/people/:id/kinship/:relativeId/withdraw': {
    input: ({ person: { id }, relative }) => ({ id, relativeId: relative, reason: REASON }),
  },

  'GET /api/passports': { input: byBody, shows: ({ passport: id }) => id },
  'GET /api/passports/export': { input: byBody, shows: ({ name }) => `Phạm Văn Bạn ${name}` },
  'GET /api/passports/:id': { input: ({ passport: id }) => ({ id }) },
  'POST /api/passports': {
    input: ({ person: { id }, code }) => ({
      personId: id,
      kind: 'official',
      number: `B${code.replace(/\D/g, '')}009`,
      issuedOn: '2026-01-01',
      expiresOn: '2095-01-01',
      receivedOn: ON,
    }),
  },
  'POST /api/passports/:id/hand-over': {
    input: (target) => ({ ...passport(target), receivedBy: 'Người đi', decision: '5/QĐ', returnsOn: '2026-07-01' }),
  },
  'POST /api/passports/:id/return': { input: ({ handedOver }) => ({ id: handedOver, on: ON }) },
  'POST /api/passports/:id/lost': { input: (target) => ({ ...passport(target), document: '6/CV' }) },
  'POST /api/passports/:id/cancel': { input: passport },
  'POST /api/passports/:id/transfer': {
    input: (target) => ({ ...passport(target), custodianId: target.divisions[0], document: '6/CV' }),
  },
  'POST /api/passports/:id/visas': {
    input: ({ passport: id }) => ({
      id,
      country: 'KR',
      validFrom: '2026-06-01',
      validUntil: '2026-09-01',
      entries: 'single',
    }),
  },
  'POST /api/passports/:id/visas/:visaId/take-out': {
    input: ({ passport: id, visa: visaId }) => ({ id, visaId, reason: REASON }),
  },

  'POST /api/people/import/preview': {
    input: ({ workbook: { hash: _, ...file }, body }) => ({ ...file, bodyId: body }),
    shows: () => '"added":1',
  },
  'POST /api/people/import': { input: ({ workbook, body }) => ({ ...workbook, ...IMPORT_AS, bodyId: body }) },
  'GET /api/people/imports': { shows: ({ importId }) => importId },
  'POST /api/people/imports/:id/undo': { input: ({ importId }) => ({ id: importId }) },
}

import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { ContractDay } from '../../law/dossier.ts'
import { Id, SaidName } from '../inputs.ts'
import { DECLARATIONS } from './texts.ts'

const Kind = z.enum(DECLARATIONS)
const Words = z.object({ vi: z.string(), en: z.string() })

const Signed = z.object({
  textVersion: z.string(),
  document: z.object({ number: z.string(), on: z.string() }).nullable(),
  by: z.string(),
  at: z.string(),
})

/** As readers of the dossier see it: with the scan of the paper, whose name is null where the file was taken out. */
const SignedOrScanned = Signed.extend({ scan: z.object({ id: z.string(), name: z.string().nullable() }).nullable() })

/** A text as it is signed; the hash says which. */
const Text = z.object({ kind: Kind, version: z.string(), title: Words, text: Words, hash: z.string() })
export type ShownText = z.infer<typeof Text>

/** A trip of the reader, with what is to be declared before it. */
const OwnTrip = z.object({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  countries: z.array(z.string()),
  departsOn: z.string().nullable(),
  returnsOn: z.string().nullable(),
  memberKey: z.string(),
  declarations: z.array(z.object({ text: Text, signed: Signed.nullable(), outdated: z.boolean() })),
})
export type OwnTrip = z.infer<typeof OwnTrip>

/** The trips before which the reader is asked to sign declarations, with the texts of today. */
export const listOwnDeclarations = endpoint({
  method: 'GET',
  path: '/api/own/declarations',
  permission: 'own.read',
  summary: { vi: 'Cam kết trước chuyến đi của tôi', en: 'Declarations that I am asked to sign' },
  input: z.strictObject({}),
  output: z.array(OwnTrip),
})

/** Signs declarations for oneself. The hash is that of the text that was read: another one is refused. */
export const signDeclarations = endpoint({
  method: 'POST',
  path: '/api/own/declarations',
  permission: 'own.write',
  summary: { vi: 'Tự ký cam kết', en: 'Sign declarations for oneself' },
  input: z.strictObject({
    delegationId: Id,
    texts: z
      .array(z.strictObject({ kind: Kind, hash: z.string().length(64) }))
      .min(1)
      .max(DECLARATIONS.length),
  }),
  output: z.object({ signed: z.number() }),
})

/** Who has declared what: each member, each declaration. */
export const getDeclarations = endpoint({
  method: 'GET',
  path: '/api/delegations/:id/declarations',
  permission: 'dossiers.read',
  summary: { vi: 'Cam kết của từng người trong đoàn', en: 'The declarations of each member' },
  input: z.strictObject({ id: Id }),
  output: z.object({
    members: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        /** The member signs here; of the others the unit enters the paper. */
        signs: z.boolean(),
        declarations: z.array(z.object({ kind: Kind, signed: SignedOrScanned.nullable(), outdated: z.boolean() })),
      }),
    ),
    texts: z.array(Text),
    /** Whether the unit may ask for signatures and enter papers now. */
    mayAsk: z.boolean(),
  }),
})

/** Asks the members with an account who have not signed yet. */
export const askForDeclarations = endpoint({
  method: 'POST',
  path: '/api/delegations/:id/declarations/ask',
  permission: 'dossiers.write',
  summary: { vi: 'Xin cam kết của người đi', en: 'Ask the members for their declarations' },
  input: z.strictObject({ id: Id }),
  output: z.object({ asked: z.number() }),
})

/** Enters the paper that a member without an account has signed: all declarations, by the texts of today. */
export const enterDeclarations = endpoint({
  method: 'POST',
  path: '/api/delegations/:id/declarations/paper',
  permission: 'dossiers.write',
  summary: { vi: 'Nhập bản cam kết giấy', en: 'Enter declarations that were signed on paper' },
  input: z.strictObject({
    id: Id,
    memberKey: z.string().min(1).max(40),
    document: z.strictObject({ number: SaidName, on: ContractDay }),
    /** The file of the dossier that is its scan. */
    scanId: Id.optional(),
  }),
  output: z.object({ entered: z.number() }),
})

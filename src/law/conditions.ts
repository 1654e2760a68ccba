import { z } from 'zod'

/**
 * Conditions over the facts of a dossier, as a norm's `when` and `who` state them. Facts are named by fixed words
 * (`head.rank`, `countries`, …; see `facts.ts`); a value is one code, a list of codes of which one must match, or a
 * comparison of numbers.
 */

const Scalar = z.union([z.string(), z.number(), z.boolean()])

/** A value that no text defines stands in a file as a reference, `{ administered: id }`; it is filled in for a day. */
export const AdministeredReference = z.strictObject({ administered: z.string() })
export type AdministeredReference = z.infer<typeof AdministeredReference>

export const Test = z.union([
  Scalar,
  z.array(Scalar).min(1),
  AdministeredReference,
  z
    .strictObject({ atLeast: z.number().optional(), atMost: z.number().optional() })
    .refine((test) => test.atLeast !== undefined || test.atMost !== undefined, { error: 'comparison' }),
])
export type Test = z.infer<typeof Test>

export const CONDITION_FACTS = [
  'sender.level',
  'sender.bloc',
  'sender.locality',
  'sender.jurisdiction',
  'purpose.kind',
  'purpose.importantEvent',
  'purpose.underAgreement',
  'head.rank',
  'head.leader',
  'head.keyLeader',
  'head.managedBy',
  'countries',
  'tripLength',
  'size',
  'funding.sources',
  'organiser',
] as const
export type ConditionFact = (typeof CONDITION_FACTS)[number]

const MEMBER_PROPERTIES = ['role', 'leader', 'keyLeader', 'collective', 'managedBy', 'rank'] as const
export type MemberProperty = (typeof MEMBER_PROPERTIES)[number]

/** All the facts named must hold; `not` and `any` hold conditions of the same form. */
export type Condition = { [Fact in ConditionFact]?: Test | undefined } & {
  not?: Condition | undefined
  any?: Condition[] | undefined
}
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.strictObject({
    ...(Object.fromEntries(CONDITION_FACTS.map((fact) => [fact, Test.optional()])) as Record<
      ConditionFact,
      z.ZodOptional<typeof Test>
    >),
    not: Condition.optional(),
    any: z.array(Condition).min(1).optional(),
  }),
)

/** Whom a norm binds: everyone; `leaders` (members with `leader` or `keyLeader`); or members with these properties. */
export const Who = z.union([
  z.enum(['everyone', 'leaders']),
  z.strictObject(
    Object.fromEntries(MEMBER_PROPERTIES.map((property) => [property, Test.optional()])) as Record<
      MemberProperty,
      z.ZodOptional<typeof Test>
    >,
  ),
])
export type Who = z.infer<typeof Who>

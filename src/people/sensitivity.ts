/**
 * Which data of a person are personal in the sense of the law on personal data, in one table: `basic` is seen by
 * everybody whose scope holds the person, `sensitive` only by the person, and by those who may ask for it and say why.
 */
export const SENSITIVITY = {
  name: 'basic',
  code: 'basic',
  sex: 'basic',
  rankCode: 'basic',
  grade: 'basic',
  managedBy: 'basic',
  postTitle: 'basic',
  retiresOn: 'basic',
  leftOn: 'basic',
  posts: 'basic',
  trips: 'basic',
  birthDate: 'sensitive',
  phone: 'sensitive',
  email: 'sensitive',
  home: 'sensitive',
  passportNumber: 'sensitive',
  kinship: 'sensitive',
} as const satisfies Record<string, 'basic' | 'sensitive'>

type Sensitive<Table> = { [Field in keyof Table]: Table[Field] extends 'sensitive' ? Field : never }[keyof Table]
export type SensitiveField = Sensitive<typeof SENSITIVITY>

export const SENSITIVE_FIELDS = Object.entries(SENSITIVITY)
  .filter(([, sensitivity]) => sensitivity === 'sensitive')
  .map(([field]) => field) as SensitiveField[]

/** A number of which only the end is shown: enough to tell two passports apart at the counter. */
export function tailOf(number: string): string {
  return number === '' ? '–' : `•••${number.slice(-3)}`
}

import type { FUNDING_SOURCES } from '../../law/dossier.ts'

/** A source of money, by the codes of the dossier contract. */
export type FundingSource = (typeof FUNDING_SOURCES)[number]

import type { z } from 'zod'
import type { Context } from '../../http/route.ts'
import { remember } from '../../kernel/remember.ts'
import { draftLaw, draftRefused, type Law, type LawDraft } from '../../law/index.ts'
import { procedureFaults } from '../procedure.ts'
import type { tryLawDraft } from './contract.ts'
import { holdAgainst, type TwoLaws, turnedAmong } from './judge-twice.ts'
import { countFrozen, nextFrozen } from './store.ts'

/** So many dossiers are judged at the asking of one request. */
const BATCH = 100
/** A draft is asked about once for each batch; whoever tries another soon comes back to the last few. */
const DRAFTS_REMEMBERED = 4

/** A draft that was found sound, held against the published law. */
type Trial = { draft: LawDraft; laws: TwoLaws }

/** Reads drafts against the published law, and keeps the last few in memory while the page asks for batch after batch. */
export function draftTrials(published: Law): (text: string) => Trial {
  return remember(DRAFTS_REMEMBERED, (text) => {
    const draft = draftLaw(published, text)
    refuseBadProcedures(draft)
    return { draft, laws: holdAgainst(published, draft.law) }
  })
}

/** Judges the next dossiers within the asker's reach by the law with the draft and by that without. Changes nothing. */
export async function tryDraft(
  trialOf: (text: string) => Trial,
  { input: { text, since, after }, today, transaction }: Context<z.output<typeof tryLawDraft.input>>,
): Promise<z.input<typeof tryLawDraft.output>> {
  const { draft, laws } = trialOf(text)
  const { dossiers, total } = await transaction(async (open) => ({
    dossiers: await nextFrozen(open, { since, after, limit: BATCH }),
    ...(after === undefined ? { total: await countFrozen(open, { since }) } : {}),
  }))
  const { kind, id, replaces } = draft
  return {
    draft: { kind, id, replaces },
    ...(total === undefined ? {} : { total }),
    replayed: dossiers.length,
    turned: await turnedAmong(dossiers, laws, today),
    next: dossiers.length < BATCH ? null : (dossiers.at(-1)?.id ?? null),
  }
}

/** The server would not start with a way of dossiers that it cannot read. */
function refuseBadProcedures({ law, lineOf }: LawDraft): void {
  const faults = procedureFaults(law).map(({ at, fault }) => ({ ...fault, path: `text:${lineOf(at)}` }))
  if (faults.length > 0) throw draftRefused(faults)
}

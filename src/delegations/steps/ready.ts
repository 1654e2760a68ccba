import { formatDay } from '../../kernel/day.ts'
import { Refused } from '../../kernel/errors.ts'
import type { Content } from '../content/content.ts'
import { withFacts } from '../content/facts.ts'
import { refuseBeyondAuthority } from '../exceptions/authority.ts'
import { factsFor } from '../facts/facts-for.ts'
import { opinionsOf } from '../opinions/store.ts'
import type { DelegationRow } from '../store.ts'
import type { Transition } from '../transitions/transitions.ts'
import { refuseUnweighed } from '../weighed/weighed.ts'
import { STATE_NAMES } from '../workflow.ts'
import { refuseWithoutPrinciple } from './agree-first.ts'
import { changedContents } from './changed.ts'
import { cutContent } from './cuts.ts'
import {
  agreedWithDecision,
  movedSinceExamined,
  refuseDecided,
  refuseEndorsing,
  refuseLate,
  refuseOpenNotes,
  refusePostponed,
  refuseSameProcedure,
  refuseUnchanged,
  refuseUndecided,
  refuseUnheard,
  refuseWithoutApproval,
  refuseWithoutConsent,
  refuseWithoutProgramme,
} from './gates.ts'
import { decidedStep } from './store.ts'
import { AGREEING, type Taking } from './taking.ts'

/** What has to be in order before this step, besides the law. */
export async function refuseUnready(
  { transaction, law, actor, delegation, step, said, today }: Taking,
  content: Content,
) {
  if (step.action === 'submit') {
    await refuseOpenNotes(transaction, delegation)
    refuseUnweighed(delegation)
    refuseLate(law, delegation, content, said.lateReason ?? '', today)
  }
  if (step.action === 'pause' || step.action === 'resume') refuseClock(delegation, step)
  if (step.action === 'move-procedure') refuseSameProcedure(law, delegation, today)
  if (step.action === 'control') refuseControl(delegation)
  if (step.action === 'keep' || step.action === 'endorse') await refusePostponed(transaction, delegation)
  if (step.action === 'agree' && delegation.urgent) throw agreedWithDecision()
  if (AGREEING.has(step.action)) await refuseWithoutProgramme(transaction, delegation, content)
  if (step.action === 'recommend') {
    refuseUnheard(await opinionsOf(transaction, delegation.id), said.reason, today)
    if (said.cuts !== undefined) cutContent(delegation.content, said.cuts)
  }
  if (step.action === 'hand-back-above' || step.action === 'refuse-above') refuseDecided(delegation, step)
  if (step.action === 'return-change-above') refuseUndecided(delegation)
  // What the authority above may waive stands in no register here.
  if (step.waives && !step.above && said.document) {
    const rules = (said.waivers ?? []).map(({ rule }) => rule)
    await refuseBeyondAuthority(transaction, actor, delegation, { rules, document: said.document, today })
  }
  if (step.to === 'approved' && step.action !== 'keep') {
    const { principle = '', accepts = '' } = said
    const known = withFacts(content, await factsFor(transaction, law, { ...delegation, content }, today))
    const opinions = await opinionsOf(transaction, delegation.id)
    await refuseWithoutPrinciple(transaction, law, delegation, { step, known, principle }, today)
    // Of the trip itself they were waited for before it was proposed; a change asks them anew, and another procedure others.
    if (delegation.document !== null || (await movedSinceExamined(transaction, delegation))) {
      refuseUnheard(opinions, accepts, today)
    }
    refuseWithoutConsent(known, opinions)
    refuseWithoutApproval(known, opinions, said.document?.on ?? today)
  }
}

/** A step is taken from the states only from which it leads. */
export function refuseState({ state }: DelegationRow, { from, name }: Transition): void {
  if (from.includes(state)) return
  const needed = (language: 'vi' | 'en') => from.map((one) => STATE_NAMES[one][language]).join(', ')
  throw new Refused({
    vi: `Không làm được bước «${name.vi}»: hồ sơ ${STATE_NAMES[state].vi}. Bước này cần hồ sơ ${needed('vi')}.`,
    en: `“${name.en}” is not possible: the dossier is ${STATE_NAMES[state].en}. It needs one that is ${needed('en')}.`,
  })
}

function refuseClock({ pausedOn }: DelegationRow, { action }: Transition): void {
  if ((action === 'resume') === (pausedOn !== null)) return
  throw new Refused(
    pausedOn === null
      ? { vi: 'Hạn xử lý đang được tính, không có gì phải tính tiếp.', en: 'The clock is running already.' }
      : {
          vi: `Hạn xử lý đã tạm dừng từ ngày ${formatDay(pausedOn)}. Hãy tính hạn tiếp trước khi dừng lần nữa.`,
          en: `The clock has stood still since ${pausedOn}. Start it again first.`,
        },
  )
}

function refuseControl({ urgent, controlledAt }: DelegationRow): void {
  if (urgent && controlledAt === null) return
  throw new Refused({
    vi: 'Chỉ hậu kiểm một lần hồ sơ đã trình khẩn; hồ sơ này không phải hậu kiểm.',
    en: 'Only a dossier that was signed off as urgent is controlled afterwards, once; this one is not to be.',
  })
}

/** Throws where a change changes nothing, or more than may be endorsed: then it matters little what else it lacks. */
export async function refuseWrongChange({ transaction, delegation, step }: Taking): Promise<void> {
  if (!['propose-change', 'endorse', 'redecide'].includes(step.action)) return
  const decided = (await decidedStep(transaction, delegation.id)).content
  const changed = changedContents(decided, delegation.content)
  refuseUnchanged(changed)
  if (step.action === 'endorse') refuseEndorsing(changed)
}

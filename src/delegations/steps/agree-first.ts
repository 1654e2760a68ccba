import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import { Invalid, Refused } from '../../kernel/errors.ts'
import { countryName } from '../../law/codes/countries.ts'
import type { Law } from '../../law/index.ts'
import type { ChangeSinceDecision } from '../answers.ts'
import type { Content } from '../content/content.ts'
import { countriesOf, itemsAt } from '../edit/projection.ts'
import { type Procedure, procedureOf } from '../procedure.ts'
import type { DelegationRow } from '../store.ts'
import type { Transition } from '../transitions/transitions.ts'
import { refuseWithoutProgramme } from './gates.ts'
import { agreesByName, isAnything, wasAgreed } from './principle.ts'
import { agreedChanges, decidedStep, stepsOf } from './store.ts'

/** Who comes in by a change, and where somebody goes by it, whom the procedure agrees to in principle first. */
export type AgreeFirst = ChangeSinceDecision['agreeFirst']

/**
 * Refuses a decision of what the procedure wants agreed in principle first and nobody has agreed to: of a trip or of its change,
 * here or above. Urgency shortens the way and drops nothing: where the step may agree as well, the decision does so by name,
 * with its ground (`principle`), and has the detailed programme before it. `known`: as the decision leaves the dossier, with the
 * facts of the registers laid over it.
 */
export async function refuseWithoutPrinciple(
  transaction: Transaction,
  law: Law,
  delegation: DelegationRow,
  { step, known, principle }: { step: Transition; known: Content; principle: string },
  today: Day,
): Promise<void> {
  const lacking = await notAgreedTo(transaction, procedureOf(law, delegation, today), delegation, known)
  if (!isAnything(lacking)) {
    if (principle !== '') throw needless()
    return
  }
  if (!agreesByName(step, delegation)) throw delegation.document === null ? agreeBefore() : agreeToChange(lacking)
  if (principle === '') throw step.above ? agreedAbove(lacking) : agreeByName(lacking)
  await refuseWithoutProgramme(transaction, delegation, known)
}

/** Whom and what a decision would send that nobody has agreed to in principle. */
async function notAgreedTo(
  transaction: Transaction,
  procedure: Procedure,
  { id, state, document }: DelegationRow,
  known: Content,
): Promise<AgreeFirst> {
  if (document !== null) {
    const { content: decided } = await decidedStep(transaction, id)
    return toAgreeFirst(transaction, procedure, id, { decided, known })
  }
  const agreed = wasAgreed({ state, steps: await stepsOf(transaction, id) })
  return agreed ? { people: [], countries: [] } : broughtIn(procedure.principleFirst, [], known)
}

/**
 * What a change brings in that is agreed to in principle before it is decided: cadres of the levels that the procedure names, and
 * for a delegation with such cadres the countries. What was decided, or agreed to since for this change, needs no more. `known`:
 * the dossier with the facts of the registers laid over it.
 */
export async function toAgreeFirst(
  transaction: Transaction,
  { principleFirst }: Procedure,
  delegationId: string,
  { decided, known }: { decided: Content; known: Content },
): Promise<AgreeFirst> {
  const first = broughtIn(principleFirst, [decided], known)
  if (!isAnything(first)) return first
  return broughtIn(principleFirst, [decided, ...(await agreedChanges(transaction, delegationId))], known)
}

/** What is new in a dossier against contents that were agreed to. Pure. */
export function broughtIn(
  principleFirst: Procedure['principleFirst'],
  agreed: readonly Content[],
  known: Content,
): AgreeFirst {
  const managed = itemsAt(known, 'members').filter(({ managedBy }) => (principleFirst as unknown[]).includes(managedBy))
  if (managed.length === 0) return { people: [], countries: [] }
  const people = new Set(agreed.flatMap((one) => itemsAt(one, 'members').map(whoIs)))
  const countries = new Set(agreed.flatMap(countriesOf))
  return {
    people: managed.filter((one) => !people.has(whoIs(one))).map(({ name }) => String(name ?? '')),
    countries: countriesOf(known).filter((code) => !countries.has(code)),
  }
}

function agreeBefore(): Refused {
  return new Refused({
    vi: 'Đoàn có cán bộ thuộc diện phải xin chủ trương trước. Hãy làm bước «Đồng ý chủ trương» (kèm chương trình chi tiết – 4060-CV/BTCTU, mục 4), rồi mới ra quyết định cử đoàn.',
    en: 'Somebody in the delegation travels only when it was agreed in principle first. Agree in principle (with the detailed programme – 4060-CV/BTCTU, section 4), then decide.',
  })
}

/** A change is not decided before what it brings in is agreed to in principle. */
function agreeToChange(lacking: AgreeFirst): Refused {
  return new Refused({
    vi: `Thay đổi đưa thêm ${named(lacking, 'vi')} vào đoàn có cán bộ thuộc diện phải xin chủ trương. Hãy làm bước «Đồng ý chủ trương thay đổi» (kèm chương trình chi tiết – 4060-CV/BTCTU, mục 4), rồi mới quyết định thay đổi.`,
    en: `The change brings in ${named(lacking, 'en')}, with cadres whose travel is agreed to in principle first. Agree to the change in principle (with the detailed programme – 4060-CV/BTCTU, section 4), then decide it.`,
  })
}

function agreeByName(lacking: AgreeFirst): Refused {
  return new Refused({
    vi: `Hồ sơ khẩn được rút ngắn đường đi chứ không bỏ chủ trương: ${named(lacking, 'vi')} còn phải được đồng ý chủ trương. Hãy ghi đích danh việc đồng ý chủ trương và căn cứ trong chính quyết định này, hoặc làm bước «Đồng ý chủ trương» trước.`,
    en: `Urgency shortens the way and does not drop the agreement in principle, which ${named(lacking, 'en')} still need. State by name and with its ground that this decision agrees in principle as well, or agree in principle first.`,
  })
}

function agreedAbove(lacking: AgreeFirst): Refused {
  return new Refused({
    vi: `Chưa có đồng ý chủ trương cho ${named(lacking, 'vi')}. Nếu văn bản của cấp trên nêu đích danh việc đồng ý chủ trương, hãy ghi căn cứ; nếu không, hãy nhập việc cấp trên trả lại để xin chủ trương trước.`,
    en: `Nobody has agreed in principle to ${named(lacking, 'en')}. If the paper from above says by name that it agrees in principle as well, enter the ground; if not, enter that it was handed back, so that the agreement is asked for first.`,
  })
}

function needless(): Invalid {
  const message = {
    vi: 'hồ sơ này không còn điều gì phải đồng ý chủ trương cùng quyết định: hãy bỏ trống mục này',
    en: 'nothing in this dossier is left to be agreed to in principle with the decision: leave this empty',
  }
  return new Invalid([{ path: 'principle', message }])
}

function named({ people, countries }: AgreeFirst, language: 'vi' | 'en'): string {
  return [...people, ...countries.map((code) => countryName(code, language))].map((one) => `«${one}»`).join(', ')
}

/** A person of the register by the id, others by name. */
function whoIs({ personId, name }: Content): string {
  return typeof personId === 'string'
    ? personId
    : String(name ?? '')
        .normalize('NFC')
        .trim()
        .toLowerCase()
}

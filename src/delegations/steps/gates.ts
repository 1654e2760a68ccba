import type { Transaction } from '../../db/transaction.ts'
import { type Day, formatDay } from '../../kernel/day.ts'
import { Invalid, Refused } from '../../kernel/errors.ts'
import type { Bilingual } from '../../kernel/text.ts'
import { countryName } from '../../law/codes/countries.ts'
import type { Law } from '../../law/index.ts'
import { attachmentsOf } from '../attachments/store.ts'
import { readAtKeys } from '../content/changes.ts'
import type { Content } from '../content/content.ts'
import { dayAt, itemsAt } from '../edit/projection.ts'
import { unheard, withoutConsent } from '../opinions/hearing.ts'
import { type Unapproved, withoutApproval } from '../opinions/personnel.ts'
import type { Opinion } from '../opinions/store.ts'
import { addWorkingDays, type Governed, newerProcedure, procedureOf } from '../procedure.ts'
import type { DelegationRow } from '../store.ts'
import type { Transition } from '../transitions/transitions.ts'
import { type ChangedContent, CONTENT_NAMES } from './changed.ts'
import { notesOf } from './notes/store.ts'
import { stageDay, stepsOf } from './store.ts'

/** What keeps a step from being taken, each with what to do about it. */

/** A decision is neither of a day to come nor older than the proposal that it decides: the law of its day judges the dossier. */
export async function refuseWrongDay(
  transaction: Transaction,
  { id, state }: Pick<DelegationRow, 'id' | 'state'>,
  { on }: { on: Day },
  today: Day,
): Promise<void> {
  if (on > today) throw wrongDay('ngày văn bản không sau hôm nay', 'the day of the document is not after today')
  const since = await stageDay(transaction, id, state)
  if (since === undefined || on >= since) return
  throw wrongDay(
    `văn bản không thể ký trước ngày ${formatDay(since)} là ngày hồ sơ được trình: hãy ghi đúng ngày của văn bản quyết định việc này, hoặc ra văn bản mới`,
    `a document that decides this cannot be older than ${since}, when the dossier was laid before the authority: state its true day, or issue another`,
  )
}

function wrongDay(vi: string, en: string): Invalid {
  return new Invalid([{ path: 'document.on', message: { vi, en } }])
}

/** A returned dossier comes back only when each note of the return is resolved. */
export async function refuseOpenNotes(transaction: Transaction, { id }: Pick<DelegationRow, 'id'>): Promise<void> {
  const open = (await notesOf(transaction, id)).filter(({ resolvedAt }) => resolvedAt === null)
  if (open.length === 0) return
  throw new Refused({
    vi: `Còn ${open.length} yêu cầu khi trả lại chưa xử lý: ${open.map(({ note }) => `«${note}»`).join(', ')}. Hãy sửa và đánh dấu đã xử lý từng yêu cầu rồi trình lại.`,
    en: `${open.length} notes of the return are not resolved: ${open.map(({ note }) => `“${note}”`).join(', ')}. Mend and resolve each, then submit again.`,
  })
}

/** What was put off has given its money back: it goes on by a decision only. */
export async function refusePostponed(transaction: Transaction, { id }: Pick<DelegationRow, 'id'>): Promise<void> {
  const opened = (await stepsOf(transaction, id)).findLast(({ from }) => from === 'approved')
  if (opened?.action !== 'postpone') return
  throw new Refused({
    vi: 'Chuyến đi đã hoãn, kinh phí đã trả lại: hãy nêu ngày mới rồi trình cấp có thẩm quyền, hoặc hủy chuyến đi.',
    en: 'The trip was put off and its money given back: state the new days and have them decided, or cancel the trip.',
  })
}

/** Whether another procedure has governed a dossier, with other parties to be heard, since the examination sent it on. */
export async function movedSinceExamined(
  transaction: Transaction,
  { id }: Pick<DelegationRow, 'id'>,
): Promise<boolean> {
  const last = (await stepsOf(transaction, id)).findLast(({ action }) => EXAMINED_OR_MOVED.has(action))
  return last?.action === 'move-procedure'
}

const EXAMINED_OR_MOVED: ReadonlySet<string> = new Set(['recommend', 'pass-simple', 'move-procedure'])

/** An urgent dossier has one act for both: whoever agrees in principle is named in the decision. */
export function agreedWithDecision(): Refused {
  return new Refused({
    vi: 'Hồ sơ khẩn không có bước đồng ý chủ trương riêng: hãy nêu văn bản đồng ý chủ trương ngay trong quyết định, hoặc trả hồ sơ để thẩm định theo trình tự thường.',
    en: 'An urgent dossier has no step of its own for the agreement in principle: name the paper of the agreement in the decision, or hand the dossier back to be examined in the usual way.',
  })
}

/** Whether a dossier that leaves its unit on a day leaves it too late by its procedure; never while no departure is stated. */
export function isLate(law: Law, governed: Governed, content: Content, today: Day): boolean {
  const departure = dayAt(content, 'trip/departure')
  const { lead } = procedureOf(law, governed, today)
  return departure !== null && addWorkingDays(law, governed.jurisdiction, today, lead) > departure
}

/** A dossier that comes late says why, each time anew. */
export function refuseLate(law: Law, governed: Governed, content: Content, lateReason: string, today: Day): void {
  if (lateReason !== '' || !isLate(law, governed, content, today)) return
  const { lead } = procedureOf(law, governed, today)
  const departure = formatDay(dayAt(content, 'trip/departure') ?? today)
  throw new Refused({
    vi: `Hồ sơ trình muộn: quy trình cần ${lead} ngày làm việc trước ngày đi ${departure}. Hãy nêu lý do trình muộn (nêu lại mỗi lần trình), hoặc lùi ngày đi.`,
    en: `The dossier is late: the procedure needs ${lead} working days before the departure on ${departure}. Say why it is late (each time anew), or leave later.`,
  })
}

/** The examination ends when those have answered who have to be waited for; or it says why it goes on without them. */
export function refuseUnheard(opinions: readonly Opinion[], reason: string, today: Day): void {
  const open = unheard(opinions, today)
  if (open.length === 0 || reason !== '') return
  const names = open.map(({ partyName, due }) => `${partyName} (${formatDay(due)})`).join(', ')
  throw new Refused({
    vi: `Còn chờ ý kiến của ${names}. Hãy đợi trả lời, nhập văn bản trả lời nếu đã có, hoặc nêu lý do trình khi chưa có ý kiến.`,
    en: `Still waiting for ${open.map(({ partyName, country, due }) => `${country === null ? partyName : `the mission in ${countryName(country, 'en')}`} (${due})`).join(', ')}. Wait, enter the answer that came by letter, or say why it goes on without.`,
  })
}

/** Nobody is sent whose own unit has not consented. */
export function refuseWithoutConsent(content: Content, opinions: readonly Opinion[]): void {
  const missing = withoutConsent(content, opinions)
  if (missing.length === 0) return
  const names = (language: 'vi' | 'en') =>
    missing
      .map(({ unit, objects }) => {
        if (language === 'vi') return `${unit} (${objects ? 'không đồng ý' : 'chưa trả lời'})`
        return `${unit} (${objects ? 'objects' : 'has not answered'})`
      })
      .join(', ')
  throw new Refused({
    vi: `Chưa cử được người của cơ quan khác khi cơ quan đó chưa đồng ý: ${names('vi')}. Hãy cắt người đó khỏi đoàn, hoặc chờ cơ quan quản lý đồng ý (nhập văn bản nếu trả lời bằng giấy).`,
    en: `Nobody of another body is sent without its consent: ${names('en')}. Cut them from the delegation, or wait for the consent of their body (enter it if it came on paper).`,
  })
}

/** No cadre of the centre is sent before whoever manages them has approved (38-CT/TW, point 2): neither a reason nor urgency stands in for it. */
export function refuseWithoutApproval(known: Content, opinions: readonly Opinion[], on: Day): void {
  const missing = withoutApproval(known, opinions, on)
  if (missing.length === 0) return
  const names = (language: 'vi' | 'en') =>
    missing.map(({ name, manager, why, on }) => `${name} – ${manager} (${NOT_APPROVED[why](on)[language]})`).join('; ')
  throw new Refused({
    vi: `Chưa cử được cán bộ diện Bộ Chính trị, Ban Bí thư quản lý khi nơi quản lý chưa duyệt nhân sự trước ngày quyết định (38-CT/TW, điểm 2): ${names('vi')}. Hãy lấy ý kiến nơi quản lý cán bộ và nhập văn bản trả lời, cắt người đó khỏi đoàn, hoặc chờ.`,
    en: `Cadres managed by the Politburo or the Secretariat are not sent before these have approved of them, no later than the day of the decision (38-CT/TW, point 2): ${names('en')}. Ask whoever manages the cadre and enter the paper that answers, cut them from the delegation, or wait.`,
  })
}

const NOT_APPROVED: Record<Unapproved['why'], (on: Day | null) => Bilingual> = {
  'not-asked': () => ({ vi: 'chưa được hỏi', en: 'was not asked' }),
  'not-answered': () => ({ vi: 'chưa trả lời', en: 'has not answered' }),
  objects: () => ({ vi: 'không đồng ý', en: 'objects' }),
  'no-approval': () => ({
    vi: 'đã trả lời nhưng chưa phải văn bản đồng ý có số',
    en: 'has answered, but by no numbered paper that agrees',
  }),
  later: (on) => ({
    vi: `văn bản ngày ${formatDay(on ?? '')}, sau ngày quyết định`,
    en: `its paper is of ${on}, after the decision`,
  }),
}

/** What is agreed to in principle has its detailed programme with it: entries, the number of a document, or a file. */
export async function refuseWithoutProgramme(
  transaction: Transaction,
  { id }: Pick<DelegationRow, 'id'>,
  content: Content,
): Promise<void> {
  if (itemsAt(content, 'programme').length > 0 || readAtKeys(content, 'documents/programme') !== undefined) return
  if ((await attachmentsOf(transaction, id)).some(({ kind }) => kind === 'programme')) return
  throw new Refused({
    vi: 'Chưa đồng ý chủ trương được: hồ sơ chưa có chương trình chi tiết (4060-CV/BTCTU, mục 4). Hãy yêu cầu thẩm định lại để đơn vị nhập chương trình từng ngày, hoặc đính kèm tệp chương trình.',
    en: 'There is nothing to agree to yet: the dossier has no detailed programme (4060-CV/BTCTU, section 4). Hand it back so that the unit enters the programme day by day, or attaches it.',
  })
}

/** A change that changes nothing is not proposed; an endorsement is for one changed content only (08/2025/TT-BNG). */
export function refuseUnchanged(changed: readonly ChangedContent[]): void {
  if (changed.length > 0) return
  throw new Refused({
    vi: 'Hồ sơ chưa khác quyết định ở nội dung nào. Hãy sửa nội dung cần đổi rồi trình, hoặc chọn «Giữ như đã quyết định».',
    en: 'Nothing differs from what was decided. Change what has to change, or keep it as decided.',
  })
}

/** A dossier moves to another procedure only where there is one. */
export function refuseSameProcedure(law: Law, governed: Governed, today: Day): void {
  if (newerProcedure(law, governed, today) !== null) return
  throw new Refused({
    vi: 'Hồ sơ đã theo quy trình đang áp dụng: không có quy trình mới nào để chuyển sang.',
    en: 'The dossier follows the procedure in use already: there is no newer one to move to.',
  })
}

/** A trip that is decided is neither refused nor examined anew: only the change was passed up. */
export function refuseDecided({ document }: Pick<DelegationRow, 'document'>, { name }: Transition): void {
  if (document === null) return
  throw new Refused({
    vi: `Không làm được bước «${name.vi}»: chuyến đi đã có quyết định, chỉ việc thay đổi được trình cấp trên. Hãy dùng «Cấp trên trả lại thay đổi».`,
    en: `“${name.en}” is not possible: the trip is decided, only its change was passed up. Enter that the change was returned.`,
  })
}

/** Where nothing was decided yet, there is no change to be returned. */
export function refuseUndecided({ document }: Pick<DelegationRow, 'document'>): void {
  if (document !== null) return
  throw new Refused({
    vi: 'Đoàn chưa có quyết định nên không có thay đổi để trả lại. Hãy dùng «Cấp trên yêu cầu thẩm định lại» hoặc «Cấp trên không đồng ý».',
    en: 'Nothing was decided yet, so there is no change to return. Enter that it was handed back, or refused.',
  })
}

/** Two or more changed contents need a decision of their own (08/2025/TT-BNG). */
export function refuseEndorsing(changed: readonly ChangedContent[]): void {
  if (changed.length <= 1) return
  const names = (language: 'vi' | 'en') => changed.map((one) => CONTENT_NAMES[one][language]).join(', ')
  throw new Refused({
    vi: `Có ${changed.length} nội dung thay đổi (${names('vi')}): từ hai nội dung trở lên phải ra quyết định mới (08/2025/TT-BNG). Hãy dùng «Quyết định thay đổi».`,
    en: `${changed.length} contents have changed (${names('en')}): two or more need a new decision (08/2025/TT-BNG). Decide anew.`,
  })
}

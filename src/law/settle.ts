import { formatDay } from '../kernel/day.ts'
import { type Bilingual, same, stated } from '../kernel/text.ts'
import type { Dossier, ExceptionEntry, Explanation } from './dossier.ts'
import type { LawNorm } from './law.ts'
import type { Outcome, Severity } from './result.ts'
import type { Judgement } from './rules/rule.ts'

/** How a judgement ends once the norm's severity and the dossier's exceptions and explanations are read. */
export interface Settled {
  outcome: Outcome
  severity: Severity
  message: Bilingual
  remedy: Bilingual | undefined
}

/**
 * Settles a judgement: its severity, whether an exception or an accepted explanation waives it, and what to add to the
 * message so that the reader knows who may decide otherwise.
 */
export function settle(judgement: Judgement, norm: LawNorm, dossier: Dossier): Settled {
  const severity = (judgement.grade && norm.grades[judgement.grade]) || norm.severity
  if (judgement.outcome !== 'violated')
    return { outcome: judgement.outcome, severity, message: judgement.message, remedy: judgement.remedy }
  switch (severity) {
    case 'needs-exception':
      return needsException(judgement, severity, exceptionsFor(norm.rule.id, judgement, dossier), dossier)
    case 'prohibited':
      return prohibited(judgement, severity, exceptionsFor(norm.rule.id, judgement, dossier))
    case 'explain':
      return toExplain(judgement, severity, explanationsFor(norm.rule.id, judgement, dossier))
    default:
      return violated(severity, judgement.message, judgement.remedy)
  }
}

function needsException(
  judgement: Judgement,
  severity: Severity,
  entries: ExceptionEntry[],
  dossier: Dossier,
): Settled {
  const granted = entries.find((entry) => refusalOf(entry, dossier) === undefined)
  if (granted) {
    return {
      outcome: 'waived',
      severity,
      message: append(judgement.message, {
        vi: ` ${granted.decidedBy} đã cho phép tại văn bản số ${granted.number} ngày ${formatDay(granted.on)}: ${granted.reason}.`,
        en: ` ${granted.decidedBy} allowed it by ${granted.number} of ${formatDay(granted.on)}: ${granted.reason}.`,
      }),
      remedy: undefined,
    }
  }
  const refusal = entries[0] && refusalOf(entries[0], dossier)
  return violated(
    severity,
    refusal ? append(judgement.message, refusal) : judgement.message,
    alternative(judgement.remedy, {
      vi: 'xin cấp có thẩm quyền cho phép bằng văn bản, chậm nhất ngày đi',
      en: 'obtain a written exception of the competent authority by the day of departure',
    }),
  )
}

/** Why an entry does not count: it must name who decided, the number and the reason, and be dated by the departure. */
function refusalOf(entry: ExceptionEntry, { trip }: Dossier): Bilingual | undefined {
  const lacks = [
    ...(stated(entry.decidedBy) ? [] : [{ vi: 'người quyết định', en: 'who decided' }]),
    ...(stated(entry.number) ? [] : [{ vi: 'số văn bản', en: 'its number' }]),
    ...(stated(entry.reason) ? [] : [{ vi: 'lý do', en: 'its reason' }]),
  ]
  if (lacks.length > 0) {
    return {
      vi: ` Văn bản cho phép chưa được tính vì thiếu ${lacks.map(({ vi }) => vi).join(', ')}.`,
      en: ` The exception stated does not count: it lacks ${lacks.map(({ en }) => en).join(', ')}.`,
    }
  }
  if (entry.on <= trip.departure) return undefined
  return {
    vi: ` Văn bản cho phép số ${entry.number} không được tính vì ghi ngày ${formatDay(entry.on)}, sau ngày đi.`,
    en: ` The exception ${entry.number} does not count: it is dated ${formatDay(entry.on)}, after the departure.`,
  }
}

function prohibited(judgement: Judgement, severity: Severity, entries: ExceptionEntry[]): Settled {
  const asked = entries[0]
  const suffix = asked
    ? {
        vi: ` Văn bản không có ngoại lệ cho mục này: văn bản cho phép số ${asked.number} không có giá trị ở đây.`,
        en: ` The text has no exception here: the exception ${asked.number} is of no effect.`,
      }
    : { vi: ' Văn bản không có ngoại lệ cho mục này.', en: ' The text has no exception here.' }
  return violated(severity, append(judgement.message, suffix), judgement.remedy)
}

function toExplain(judgement: Judgement, severity: Severity, entries: Explanation[]): Settled {
  const accepted = entries.find((entry) => entry.accepted === true && stated(entry.text))
  if (accepted) {
    return {
      outcome: 'waived',
      severity,
      message: append(judgement.message, {
        vi: ` Giải trình đã được chấp nhận: ${accepted.text}`,
        en: ` The explanation was accepted: ${accepted.text}`,
      }),
      remedy: undefined,
    }
  }
  const suffix = entries.length > 0 && {
    vi: ' Đã có giải trình, chưa được chấp nhận.',
    en: ' There is an explanation; it has not been accepted.',
  }
  return violated(severity, suffix ? append(judgement.message, suffix) : judgement.message, judgement.remedy)
}

function violated(severity: Severity, message: Bilingual, remedy: Bilingual | undefined): Settled {
  return { outcome: 'violated', severity, message, remedy }
}

function exceptionsFor(rule: string, judgement: Judgement, { exceptions = [] }: Dossier): ExceptionEntry[] {
  return exceptions.filter((entry) => entry.rule === rule && speaksOf(entry.subject, judgement))
}

function explanationsFor(rule: string, judgement: Judgement, { explanations = [] }: Dossier): Explanation[] {
  return explanations.filter((entry) => entry.rule === rule && speaksOf(entry.subject, judgement))
}

/** An entry without a subject speaks of every finding of its rule, one with a subject only of that subject. */
function speaksOf(entrySubject: string | undefined, { subject, aliases = [] }: Judgement): boolean {
  const wanted = stated(entrySubject)
  if (wanted === undefined) return true
  return subject !== undefined && [subject, ...aliases].some((name) => same(name, wanted))
}

function alternative(remedy: Bilingual | undefined, other: Bilingual): Bilingual {
  return remedy ? { vi: `${remedy.vi}, hoặc ${other.vi}`, en: `${remedy.en}, or ${other.en}` } : other
}

function append(message: Bilingual, suffix: Bilingual): Bilingual {
  return { vi: message.vi + suffix.vi, en: message.en + suffix.en }
}

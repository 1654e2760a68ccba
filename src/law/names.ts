import type { Bilingual } from '../kernel/text.ts'
import type { ObligationState, Outcome, Severity, Verdict } from './result.ts'

/** What a reader sees in place of the codes of the result. */

export const SEVERITY_NAMES: Record<Severity, Bilingual> = {
  prohibited: { vi: 'Bị cấm', en: 'Prohibited' },
  'needs-exception': { vi: 'Cần cho phép', en: 'Needs an exception' },
  missing: { vi: 'Còn thiếu', en: 'Missing' },
  explain: { vi: 'Phải giải trình', en: 'To be explained' },
  advice: { vi: 'Lưu ý', en: 'Advice' },
}

export const OUTCOME_NAMES: Record<Outcome, Bilingual> = {
  violated: { vi: 'Vi phạm', en: 'Violated' },
  waived: { vi: 'Đã được cho phép', en: 'Waived' },
  unknown: { vi: 'Chưa rõ', en: 'Unknown' },
  pass: { vi: 'Đạt', en: 'Pass' },
}

export const VERDICT_NAMES: Record<Verdict, Bilingual> = {
  compliant: { vi: 'Đúng quy định', en: 'Compliant' },
  incomplete: { vi: 'Chưa đủ', en: 'Incomplete' },
  'needs-exception': { vi: 'Cần cấp có thẩm quyền cho phép', en: 'Needs an exception' },
  prohibited: { vi: 'Bị cấm', en: 'Prohibited' },
}

export const OBLIGATION_STATE_NAMES: Record<ObligationState, Bilingual> = {
  due: { vi: 'Chưa đến hạn', en: 'Due' },
  met: { vi: 'Đã thực hiện đúng hạn', en: 'Met' },
  late: { vi: 'Đã thực hiện, quá hạn', en: 'Met late' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
}

import type { Bilingual } from '../../kernel/text.ts'
import type { PlanItemFields } from '../plan-item.ts'

/** The fields of a line as they are called on screen, in sentences and in files. */
export const FIELD_NAMES: Record<keyof PlanItemFields, Bilingual> = {
  direction: { vi: 'Chiều', en: 'Direction' },
  title: { vi: 'Tên đoàn', en: 'Delegation' },
  purposeKind: { vi: 'Loại đoàn', en: 'Kind of trip' },
  purpose: { vi: 'Mục đích, nội dung', en: 'Purpose' },
  result: { vi: 'Kết quả dự kiến', en: 'Expected result' },
  host: { vi: 'Đối tác', en: 'Host' },
  countries: { vi: 'Nước', en: 'Countries' },
  monthFrom: { vi: 'Từ tháng', en: 'From month' },
  monthTo: { vi: 'Đến tháng', en: 'To month' },
  departure: { vi: 'Ngày đi', en: 'Departure' },
  return: { vi: 'Ngày về', en: 'Return' },
  days: { vi: 'Số ngày', en: 'Days' },
  headcount: { vi: 'Số người', en: 'People' },
  people: { vi: 'Thành phần', en: 'Composition' },
  costs: { vi: 'Kinh phí', en: 'Costs' },
  priority: { vi: 'Mức ưu tiên', en: 'Priority' },
  task: { vi: 'Nhiệm vụ chính trị phục vụ', en: 'Political task served' },
  virtual: { vi: 'Họp trực tuyến thay được không', en: 'Could a video meeting do it' },
  mission: { vi: 'Cơ quan đại diện làm thay được không', en: 'Could the mission do it' },
  offPlan: { vi: 'Ngoài kế hoạch', en: 'Outside the plan' },
  justification: { vi: 'Lý do ngoài kế hoạch', en: 'Why outside the plan' },
  position: { vi: 'Thứ tự', en: 'Order' },
}

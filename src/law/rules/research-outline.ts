import { formatDay } from '../../kernel/day.ts'
import { NO_PARAMETERS, pass, rule, unknown } from './rule.ts'

const KINDS: ReadonlySet<string> = new Set(['study', 'survey', 'training'])

/** Study under an agreement, programme, project or topic: an outline approved before (not on) the day of departure. */
export const researchOutline = rule({
  id: 'research-outline',
  title: { vi: 'Đề cương nghiên cứu được duyệt', en: 'Approved research outline' },
  parameters: NO_PARAMETERS,
  counting: { vi: 'Ngày duyệt phải sớm hơn ngày đi.', en: 'The day of approval must be earlier than the departure.' },
  demand: () => ({
    vi: 'đoàn nghiên cứu, học tập có đề cương được duyệt trước khi đi',
    en: 'an outline approved before a study trip',
  }),
  judge: ({ dossier }) => {
    const { purpose, documents, trip } = dossier
    if (!KINDS.has(purpose.kind) || purpose.underAgreement === false) return []
    const outline = documents?.researchOutline
    const approvedOn = outline?.approvedOn
    const read = () => [
      { path: 'purpose.underAgreement', value: purpose.underAgreement },
      { path: 'documents.researchOutline.approvedOn', value: approvedOn },
    ]
    if (approvedOn !== undefined && approvedOn < trip.departure) {
      return pass(
        {
          vi: `Đề cương được duyệt ngày ${formatDay(approvedOn)}.`,
          en: `The outline was approved on ${formatDay(approvedOn)}.`,
        },
        read,
      )
    }
    if (purpose.underAgreement === undefined) {
      return [
        unknown(
          ['purpose.underAgreement'],
          {
            vi: 'Chưa nêu đoàn có đi trong khuôn khổ thỏa thuận, chương trình đào tạo, dự án, đề tài hay không.',
            en: 'Whether the trip is under an agreement, training programme, project or topic is not stated.',
          },
          read,
        ),
      ]
    }
    const message =
      outline === undefined
        ? { vi: 'Chưa có đề cương nghiên cứu chi tiết.', en: 'There is no detailed research outline.' }
        : approvedOn === undefined
          ? { vi: 'Đề cương nghiên cứu chưa được duyệt.', en: 'The research outline is not approved.' }
          : {
              vi: `Đề cương được duyệt ngày ${formatDay(approvedOn)}, không trước ngày đi ${formatDay(trip.departure)}.`,
              en: `The outline was approved on ${formatDay(approvedOn)}, not before the departure on ${formatDay(trip.departure)}.`,
            }
    return [
      {
        outcome: 'violated',
        message,
        remedy: {
          vi: `trình duyệt đề cương nghiên cứu trước ngày ${formatDay(trip.departure)}`,
          en: `have the outline approved before ${formatDay(trip.departure)}`,
        },
        read,
      },
    ]
  },
})

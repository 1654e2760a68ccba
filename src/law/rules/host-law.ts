import { formatDay } from '../../kernel/day.ts'
import { NO_PARAMETERS, pass, rule } from './rule.ts'

/** A briefing on the host country's law is recorded, dated no later than the departure. */
export const hostLaw = rule({
  id: 'host-law',
  title: { vi: 'Phổ biến pháp luật nước sở tại', en: 'Briefing on the host country’s law' },
  parameters: NO_PARAMETERS,
  demand: () => ({ vi: 'bảo đảm đúng pháp luật nước sở tại', en: 'the host country’s law is respected' }),
  judge: ({ dossier }) => {
    const briefing = dossier.documents?.hostLawBriefing
    const { departure } = dossier.trip
    const read = () => [{ path: 'documents.hostLawBriefing', value: briefing }]
    if (briefing !== undefined && briefing.on <= departure) {
      return pass(
        {
          vi: `Đã phổ biến pháp luật nước sở tại ngày ${formatDay(briefing.on)}.`,
          en: `The host country’s law was briefed on ${formatDay(briefing.on)}.`,
        },
        read,
      )
    }
    return [
      {
        outcome: 'violated',
        message: briefing
          ? {
              vi: `Buổi phổ biến pháp luật ghi ngày ${formatDay(briefing.on)}, sau ngày đi ${formatDay(departure)}.`,
              en: `The briefing is dated ${formatDay(briefing.on)}, after the departure on ${formatDay(departure)}.`,
            }
          : {
              vi: 'Chưa ghi nhận việc phổ biến pháp luật nước sở tại.',
              en: 'No briefing on the host country’s law is recorded.',
            },
        remedy: {
          vi: `phổ biến pháp luật nước sở tại cho đoàn chậm nhất ngày ${formatDay(departure)}`,
          en: `brief the delegation on the host country’s law by ${formatDay(departure)}`,
        },
        read,
      },
    ]
  },
})

import { formatDay } from '../../kernel/day.ts'
import { type Judgement, NO_PARAMETERS, orPass, rule } from './rule.ts'

/** Every day from departure to return has an entry in the programme; one finding per day, one for no programme at all. */
export const detailedProgramme = rule({
  id: 'detailed-programme',
  title: { vi: 'Chương trình chi tiết từng ngày', en: 'Day-by-day programme' },
  parameters: NO_PARAMETERS,
  counting: { vi: 'Xét từng ngày từ ngày đi đến ngày về.', en: 'Each day from departure to return.' },
  demand: () => ({ vi: 'có chương trình chi tiết cho từng ngày', en: 'a programme for every day' }),
  judge: ({ programme, days, dossier }) => {
    if (programme === undefined) {
      return [
        {
          outcome: 'violated',
          message: { vi: 'Chưa có chương trình công tác chi tiết.', en: 'There is no detailed programme yet.' },
          remedy: { vi: 'lập chương trình cho từng ngày của chuyến đi', en: 'draw up a programme for every day' },
          read: () => [{ path: 'programme', value: dossier.programme }],
        },
      ]
    }
    return orPass(
      days
        .filter((day) => !programme.has(day))
        .map(
          (day): Judgement => ({
            outcome: 'violated',
            subject: day,
            message: {
              vi: `Chương trình chưa có ngày ${formatDay(day)}.`,
              en: `The programme has nothing on ${formatDay(day)}.`,
            },
            remedy: { vi: `bổ sung chương trình ngày ${formatDay(day)}`, en: `add ${formatDay(day)} to the programme` },
            read: () => [{ path: 'programme', value: [] }],
          }),
        ),
      { vi: 'Ngày nào cũng có trong chương trình.', en: 'Every day is in the programme.' },
      () => [{ path: 'programme', value: dossier.programme?.length }],
    )
  },
})

import { stated } from '../../kernel/text.ts'
import type { Dossier } from '../dossier.ts'
import { type Judgement, NO_PARAMETERS, orPass, rule } from './rule.ts'

interface Part {
  subject: string
  path: string
  vi: string
  en: string
  present: (dossier: Dossier) => boolean
}

const PARTS: Part[] = [
  {
    subject: 'purpose',
    path: 'purpose.summary',
    vi: 'mục đích',
    en: 'the purpose',
    present: ({ purpose }) => stated(purpose.summary) !== undefined,
  },
  {
    subject: 'requirements',
    path: 'purpose.requirements',
    vi: 'yêu cầu',
    en: 'the requirements',
    present: ({ purpose }) => stated(purpose.requirements) !== undefined,
  },
  {
    subject: 'host',
    path: 'hosts',
    vi: 'đối tác đón',
    en: 'the host partner',
    present: ({ hosts }) => hosts?.some(({ name }) => stated(name)) ?? false,
  },
  {
    subject: 'content',
    path: 'purpose.content',
    vi: 'nội dung',
    en: 'the content',
    present: ({ purpose }) => stated(purpose.content) !== undefined,
  },
  {
    subject: 'programme',
    path: 'programme',
    vi: 'chương trình làm việc cụ thể',
    en: 'the working programme',
    present: ({ programme }) => (programme?.length ?? 0) > 0,
  },
]

/** The five parts of the proposal are there, read from the dossier itself; one finding per part. Never unknown. */
export const proposalParts = rule({
  id: 'proposal-parts',
  title: { vi: 'Các phần của đề án', en: 'Parts of the proposal' },
  parameters: NO_PARAMETERS,
  demand: () => ({
    vi: 'đề án nêu rõ mục đích, yêu cầu, đối tác đón, nội dung, chương trình',
    en: 'a proposal with purpose, requirements, host, content and programme',
  }),
  judge: ({ dossier }) =>
    orPass(
      PARTS.filter(({ present }) => !present(dossier)).map(
        ({ subject, path, vi, en }): Judgement => ({
          outcome: 'violated',
          subject,
          message: { vi: `Đề án chưa nêu ${vi}.`, en: `The proposal does not state ${en}.` },
          remedy: { vi: `bổ sung ${vi}`, en: `add ${en}` },
          read: () => [{ path }],
        }),
      ),
      { vi: 'Đề án đủ năm phần.', en: 'The proposal has all five parts.' },
      () => PARTS.map(({ path }) => ({ path, value: 'stated' })),
    ),
})

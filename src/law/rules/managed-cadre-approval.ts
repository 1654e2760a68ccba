import { z } from 'zod'
import { formatDay } from '../../kernel/day.ts'
import { MANAGING_LEVELS } from '../dossier.ts'
import { isLeader, type Person } from '../facts.ts'
import { type Judgement, judgeEach, orPass, readEach, rule } from './rule.ts'

const MANAGER_NAMES: Record<string, { vi: string; en: string }> = {
  politburo: { vi: 'Bộ Chính trị', en: 'the Politburo' },
  secretariat: { vi: 'Ban Bí thư', en: 'the Secretariat' },
  'standing-committee': { vi: 'Ban Thường vụ', en: 'the Standing Committee' },
  unit: { vi: 'cơ quan', en: 'the unit' },
}

/** A member managed by one of `managedBy` has a personnel approval dated no later than the departure. */
export const managedCadreApproval = rule({
  id: 'managed-cadre-approval',
  title: { vi: 'Ý kiến về nhân sự thuộc diện quản lý', en: 'Approval of cadres under management' },
  parameters: z.strictObject({ managedBy: z.array(z.enum(MANAGING_LEVELS)).min(1) }),
  bindsMembers: true,
  demand: ({ managedBy }) => ({
    vi: `trình duyệt nhân sự thuộc diện ${managedBy.map((by) => MANAGER_NAMES[by]?.vi).join(', ')} quản lý`,
    en: `personnel approval for cadres managed by ${managedBy.map((by) => MANAGER_NAMES[by]?.en).join(', ')}`,
  }),
  judge: (facts, norm) => {
    const departure = facts.dossier.trip.departure
    const managers: readonly string[] = norm.parameters.managedBy
    return orPass(
      judgeEach(facts.persons, norm, (person) => {
        const { managedBy } = person.member
        if (managedBy === undefined) return mayBeManaged(person) ? open(person) : undefined
        return managers.includes(managedBy) ? missing(person, managedBy) : undefined
      }),
      {
        vi: 'Không thiếu ý kiến về nhân sự thuộc diện cấp trên quản lý.',
        en: 'No personnel approval is missing for cadres under higher management.',
      },
      () => [...readEach(facts.persons, 'managedBy'), ...readEach(facts.persons, 'personnelApproval')],
    )

    function approved({ member }: Person): boolean {
      return member.personnelApproval !== undefined && member.personnelApproval.on <= departure
    }

    function open(person: Person): Judgement | undefined {
      if (approved(person)) return undefined
      return {
        outcome: 'unknown',
        needs: [`${person.path}.managedBy`],
        message: {
          vi: `Chưa nêu ${person.member.name} thuộc diện cấp nào quản lý, nên chưa biết có phải trình duyệt nhân sự hay không.`,
          en: `Who manages ${person.member.name} is not stated, so whether a personnel approval is due is not known.`,
        },
        read: () => [...readEach([person], 'managedBy'), ...readEach([person], 'personnelApproval')],
      }
    }

    function missing(person: Person, managedBy: string): Judgement | undefined {
      if (approved(person)) return undefined
      const manager = MANAGER_NAMES[managedBy] ?? { vi: managedBy, en: managedBy }
      const approval = person.member.personnelApproval
      return {
        outcome: 'violated',
        message: approval
          ? {
              vi: `Ý kiến về nhân sự của ${person.member.name} ghi ngày ${formatDay(approval.on)}, sau ngày đi ${formatDay(departure)}.`,
              en: `The personnel approval of ${person.member.name} is dated ${formatDay(approval.on)}, after the departure on ${formatDay(departure)}.`,
            }
          : {
              vi: `${person.member.name} thuộc diện ${manager.vi} quản lý, chưa có ý kiến về nhân sự.`,
              en: `${person.member.name} is managed by ${manager.en} and has no personnel approval.`,
            },
        remedy: {
          vi: `trình ${manager.vi} duyệt nhân sự trước ngày ${formatDay(departure)}`,
          en: `obtain the approval of ${manager.en} by ${formatDay(departure)}`,
        },
        read: () => [...readEach([person], 'managedBy'), ...readEach([person], 'personnelApproval')],
      }
    }
  },
})

/** Whom the higher bodies usually manage: only for these does a missing managing level leave the question open. */
function mayBeManaged({ member }: Person): boolean {
  return member.role === 'head' || member.role === 'deputy-head' || isLeader(member) === true
}

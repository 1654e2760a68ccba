/** Believable dossiers, the same ones at every run: shaped as those that departments of a city hand in. */
import type { Content } from '../src/delegations/content/content.ts'
import type { JsonObject } from '../src/delegations/content/json.ts'
import { addDays, type Day } from '../src/kernel/day.ts'

/** Somebody of the register who may travel. */
export interface Traveller {
  id: string
  name: string
  title: string
  leader: boolean
}

/** The body that sends, with its people. */
export interface Sender {
  id: string
  name: string
  people: readonly Traveller[]
}

/** Dossiers of one shape differ in sender, people and words only, so that the law says the same of each. */
export const ALIKE = 10

const ACTS = ['Học tập kinh nghiệm', 'Ký kết hợp tác', 'Xúc tiến đầu tư', 'Dự hội nghị', 'Khảo sát mô hình']
const SUBJECTS = [
  'chuyển đổi số',
  'y tế dự phòng',
  'quản lý đô thị',
  'du lịch xanh',
  'xử lý nước thải',
  'đào tạo giáo viên',
  'giao thông công cộng',
  'bảo tồn di sản',
]
const HOSTS = ['Cục Quản lý đô thị', 'Chính quyền thành phố', 'Hiệp hội Công nghiệp', 'Trường Đại học Tổng hợp']
export const COUNTRIES = ['JP', 'KR', 'CN', 'SG', 'TH', 'FR', 'DE', 'US', 'AU', 'LA']
const YEARS = [2023, 2024, 2025, 2026, 2027]
const TASK = 'Chuẩn bị nội dung, ghi chép và tổng hợp kết quả làm việc theo phân công của trưởng đoàn'

/** The year in which a dossier travels, by its number. */
export function yearOfNumber(number: number): number {
  return pick(YEARS, Math.floor(number / ALIKE))
}

/** The content of a dossier by its number. */
export function contentOfNumber(number: number, sender: Sender): Content {
  const shape = Math.floor(number / ALIKE)
  const departure = addDays(`${yearOfNumber(number)}-01-05`, (shape * 7) % 350)
  const days = 4 + (shape % 7)
  const countries = shape % 4 === 0 ? [pick(COUNTRIES, shape), pick(COUNTRIES, shape + 3)] : [pick(COUNTRIES, shape)]
  const topic = pick(SUBJECTS, number)
  const host = `${pick(HOSTS, number)} ${pick(countries, 0)}`
  return {
    title: `${pick(ACTS, shape)} về ${topic} đợt ${number % 997}`,
    weighed: {
      virtual: { able: false, reason: 'Phải ký kết và khảo sát tại chỗ' },
      mission: { able: false, reason: 'Nội dung chuyên ngành' },
      offPlan: 'Đối tác đề nghị sau khi kế hoạch được duyệt',
    },
    sender: { unit: sender.name, jurisdiction: 'VN-HN', level: 'department', bloc: 'state', locality: null },
    purpose: {
      kind: shape % 6 === 5 ? 'study' : 'working',
      summary: `Thống nhất kế hoạch hợp tác về ${topic}`,
      requirements: 'Ký biên bản ghi nhớ, thống nhất đầu mối liên hệ',
      content: 'Quy trình vận hành, tài chính, đào tạo và chuyển giao kinh nghiệm quản lý',
    },
    hosts: [{ key: 'h1', name: host, country: pick(countries, 0), kind: 'government' }],
    trip: { departure, return: addDays(departure, days - 1), stays: staysIn(countries, departure, days) },
    programme: programmeOf(departure, days, pick(countries, 0), host, topic),
    members: membersOf(number, 3 + (shape % 6), sender),
    leadership: [{ key: 'l1', unit: sender.name, size: 4 }],
    funding: [
      { key: 'f1', source: 'state-budget', amount: { amount: 90_000_000 * (3 + (shape % 6)), currency: 'VND' } },
    ],
    organiser: 'agency',
    invitations: [{ key: 'i1', from: host, kind: 'government', solicited: false }],
    estimate: { total: { amount: 90_000_000 * (3 + (shape % 6)), currency: 'VND' } },
    documents: documentsOf(departure),
    consultations: [
      { key: 'c1', with: 'mission', country: pick(countries, 0), on: addDays(departure, -50), answer: 'agrees' },
    ],
    overlaps: [],
    exceptions: [],
    explanations: [],
  }
}

function membersOf(number: number, count: number, { name: unit, people }: Sender): JsonObject[] {
  return Array.from({ length: count }, (_, at) => {
    const person = at === 0 ? pick(people, number % 4) : pick(people, 4 + ((number * 5 + at) % (people.length - 4)))
    return {
      key: `m${at + 1}`,
      personId: person.id,
      name: person.name,
      role: at === 0 ? 'head' : 'member',
      position: person.title,
      unit,
      task: TASK,
      declaresNoSecrets: true,
      carriesSecrets: false,
      socialMediaUndertaking: true,
    }
  })
}

function staysIn(countries: readonly string[], from: Day, days: number): JsonObject[] {
  const each = Math.floor(days / countries.length)
  return countries.map((country, at) => {
    const arrive = addDays(from, at * each)
    return { key: `s${at + 1}`, country, arrive, leave: addDays(arrive, each - 1) }
  })
}

function programmeOf(from: Day, days: number, country: string, partner: string, topic: string): JsonObject[] {
  return Array.from({ length: days }, (_, at) => {
    const day = addDays(from, at)
    if (at === 0 || at === days - 1) return { key: `p${at + 1}`, day, activity: 'travel' }
    return { key: `p${at + 1}`, day, country, activity: 'working-session', partner, topic: `Trao đổi về ${topic}` }
  })
}

function documentsOf(departure: Day): JsonObject {
  return {
    proposal: { number: '12/ĐA-SKHCN', on: addDays(departure, -70) },
    programme: { on: addDays(departure, -70) },
    invitation: { on: addDays(departure, -90) },
    hostLawBriefing: { on: addDays(departure, -20) },
  }
}

/** One of a list, whatever the number. */
export function pick<Item>(list: readonly Item[], number: number): Item {
  const item = list[number % list.length]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

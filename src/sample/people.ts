import { SAMPLE_BODIES, type SampleBody } from './bodies.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { inventName, type Sex } from './names.ts'

/** An invented person of the sample. Bodies are named by their key. */
export interface SamplePerson {
  code: string
  body: string
  name: string
  sex: Sex
  birthDate: string
  /** Where the person lives, where the sample tells it. */
  home?: string
  rankCode: string
  managedBy: 'politburo' | 'secretariat' | 'standing-committee' | 'unit'
  retiresOn: string
  posts: SamplePost[]
}

export interface SamplePost {
  body: string
  title: string
  leader: boolean
  collective: boolean
  from: string
  to?: string
}

interface Seat {
  title: string
  leader?: true
  managedBy?: SamplePerson['managedBy']
  rank: string
}

const PEOPLE = 200
const SENIOR = '01.001'
const MAIN = '01.002'
const EXPERT = '01.003'

const head = (title: string): Seat => ({ title, leader: true, managedBy: 'standing-committee', rank: SENIOR })
const deputy = (title: string): Seat => ({ title, leader: true, managedBy: 'standing-committee', rank: MAIN })
const staff = (title: string, rank = EXPERT): Seat => ({ title, rank })

const STAFF = [staff('Trưởng phòng', MAIN), staff('Phó Trưởng phòng', MAIN), staff('Chuyên viên'), staff('Chuyên viên')]

/** The seats of a body, the head first. */
function seatsOf({ key, level, bloc, covers }: SampleBody): Seat[] {
  if (covers) return [head('Đại sứ'), staff('Bí thư thứ nhất', MAIN)]
  if (key === 'committee')
    return [
      { title: 'Chủ tịch UBND', leader: true, managedBy: 'politburo', rank: SENIOR },
      { title: 'Phó Chủ tịch UBND', leader: true, managedBy: 'secretariat', rank: SENIOR },
      { title: 'Phó Chủ tịch UBND', leader: true, managedBy: 'secretariat', rank: SENIOR },
      { title: 'Phó Chủ tịch UBND', leader: true, managedBy: 'secretariat', rank: SENIOR },
    ]
  if (key === 'party')
    return [
      { title: 'Bí thư', leader: true, managedBy: 'politburo', rank: SENIOR },
      { title: 'Phó Bí thư', leader: true, managedBy: 'politburo', rank: SENIOR },
      { title: 'Phó Bí thư', leader: true, managedBy: 'secretariat', rank: SENIOR },
    ]
  if (key === 'mofa') return [head('Vụ trưởng Vụ Ngoại vụ địa phương'), staff('Chuyên viên chính', MAIN)]
  if (key === 'inspectorate') return [head('Chánh Thanh tra'), deputy('Phó Chánh Thanh tra'), ...STAFF]
  if (key === 'office') return [head('Chánh Văn phòng'), deputy('Phó Chánh Văn phòng'), ...STAFF]
  if (bloc === 'party') return [head('Trưởng ban'), deputy('Phó Trưởng ban'), deputy('Phó Trưởng ban'), ...STAFF]
  if (level === 'commune')
    return [head('Bí thư'), deputy('Chủ tịch UBND'), deputy('Phó Chủ tịch UBND'), ...STAFF.slice(2)]
  if (level === 'public-unit') return [head('Thủ trưởng đơn vị'), deputy('Phó Giám đốc'), ...STAFF]
  if (level === 'province') return [head('Chủ tịch UBND'), deputy('Phó Chủ tịch UBND')]
  return [head('Giám đốc'), deputy('Phó Giám đốc'), deputy('Phó Giám đốc'), ...STAFF]
}

/** Where those came from who were in a body that is no more. */
const CAME_FROM: Record<string, { body: string; until: string; since: string }> = {
  finance: { body: 'planning', until: '2025-02-28', since: '2025-03-01' },
  'home-affairs': { body: 'labour', until: '2025-02-28', since: '2025-03-01' },
  construction: { body: 'transport', until: '2025-02-28', since: '2025-03-01' },
  science: { body: 'communications', until: '2025-02-28', since: '2025-03-01' },
  'farming-environment': { body: 'resources', until: '2025-02-28', since: '2025-03-01' },
  'hoankiem-ward': { body: 'hoankiem-district', until: '2025-06-30', since: '2025-07-01' },
  'badinh-ward': { body: 'badinh-district', until: '2025-06-30', since: '2025-07-01' },
  'gialam-commune': { body: 'gialam-district', until: '2025-06-30', since: '2025-07-01' },
}

/** The two who go to Singapore live together and have not declared anything; they write it each in their own way. */
const HOMES: Record<string, string> = {
  HN0090: 'Số 5 phố Không Có, phường Thử Nghiệm, Hà Nội',
  HN0105: 'Số 12 phố Mẫu, phường Thử Nghiệm, thành phố Hà Nội',
  HN0106: '12 Mẫu, P. Thử Nghiệm, TP. Hà Nội',
}

/** The people of the sample, always the same: two hundred, the heads of every body among them. */
export function samplePeople(): SamplePerson[] {
  const chance = chanceFrom(38)
  const taken = new Set<string>()
  const today = SAMPLE_BODIES.filter(({ versions }) => versions.at(-1)?.to === undefined && !isRootOnly(versions))
  const seats = today.flatMap((body) => seatsOf(body).map((seat) => ({ body, seat })))
  const more = today.filter(({ level }) => level === 'department' || level === 'commune')
  for (let at = 0; seats.length < PEOPLE; at += 1) {
    const body = more[at % more.length]
    if (body && !body.covers) seats.push({ body, seat: staff('Chuyên viên') })
  }
  return seats.slice(0, PEOPLE).map(({ body, seat }, index) => person(chance, taken, body, seat, index))
}

/** A city or a province as a whole has no staff of its own; its committees have. */
function isRootOnly(versions: SampleBody['versions']): boolean {
  return versions.some(({ name }) => name === 'Thành phố Hà Nội')
}

function person(chance: Chance, taken: Set<string>, body: SampleBody, seat: Seat, index: number): SamplePerson {
  const sex: Sex = chance.often(42) ? 'female' : 'male'
  const year = seat.leader ? chance.between(1964, 1979) : chance.between(1972, 1998)
  const birthDate = `${year}-${two(chance.between(1, 12))}-${two(chance.between(1, 28))}`
  const code = `${body.root === 'hanoi' ? 'HN' : body.root === 'mofa' ? 'NG' : 'BN'}${String(index + 1).padStart(4, '0')}`
  const home = HOMES[code]
  return {
    code,
    ...(home === undefined ? {} : { home }),
    body: body.key,
    name: inventName(chance, sex, taken),
    sex,
    birthDate,
    rankCode: seat.rank,
    managedBy: seat.managedBy ?? 'unit',
    retiresOn: retirement(birthDate, sex),
    posts: postsOf(chance, body, seat),
  }
}

function postsOf(chance: Chance, body: SampleBody, seat: Seat): SamplePost[] {
  const post = { title: seat.title, leader: seat.leader === true, collective: seat.leader === true }
  const came = CAME_FROM[body.key]
  const begins = body.versions[0]?.from ?? '2021-07-01'
  if (came && chance.often(45)) {
    const former = seat.leader ? 'Phó Giám đốc' : seat.title
    return [
      { ...post, title: former, body: came.body, from: '2021-07-01', to: came.until },
      { ...post, body: body.key, from: came.since },
    ]
  }
  const from = begins > '2021-07-01' ? begins : `202${chance.between(2, 5)}-0${chance.between(1, 9)}-15`
  return [{ ...post, body: body.key, from }]
}

/** Roughly the age of Decree 135/2020 for these years of birth: 62 for men, 60 for women, on the first of the next month. */
function retirement(birthDate: string, sex: Sex): string {
  const [year = 0, month = 0] = birthDate.split('-').map(Number)
  const age = sex === 'male' ? 62 : 60
  return month === 12 ? `${year + age + 1}-01-01` : `${year + age}-${two(month + 1)}-01`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

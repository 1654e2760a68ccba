/**
 * The bodies of the sample: a part of the real tree of Hà Nội and of the Ministry of Foreign Affairs, with the mergers of
 * 1 March 2025 and the two-tier reform of 1 July 2025, as far as they are public. Codes, order and documents are invented.
 */

/** One period in the life of a body. */
export interface SampleVersion {
  from: string
  to?: string
  name: string
  shortName?: string
  parent?: string
}

export interface SampleBody {
  key: string
  code: string
  root: 'hanoi' | 'bacninh' | 'bacgiang' | 'mofa'
  level: 'central' | 'province' | 'department' | 'district' | 'commune' | 'public-unit'
  bloc: 'party' | 'state' | 'front-and-mass'
  locality?: 'urban' | 'rural'
  versions: SampleVersion[]
  /** For a mission abroad: the countries and territories that it covers. */
  covers?: string[]
}

export interface SampleSuccession {
  kind: 'merged' | 'split'
  from: string[]
  to: string[]
  on: string
  document: string
}

/** The first day of the sample's history. */
const LONG_AGO = '2021-07-01'
/** Departments of cities and provinces were merged on this day. */
const MERGER = '2025-03-01'
const BEFORE_MERGER = '2025-02-28'
/** The two-tier local government: there are no districts from this day on. */
const TWO_TIER = '2025-07-01'
const LAST_OF_DISTRICTS = '2025-06-30'

const lasting = (name: string, parent?: string, from = LONG_AGO): SampleVersion[] => [
  { from, name, ...(parent ? { parent } : {}) },
]
const ended = (name: string, parent: string, to: string): SampleVersion[] => [{ from: LONG_AGO, to, name, parent }]

const department = (key: string, code: string, versions: SampleVersion[]): SampleBody => ({
  key,
  code,
  root: 'hanoi',
  level: 'department',
  bloc: 'state',
  versions,
})
const partyBoard = (key: string, code: string, versions: SampleVersion[]): SampleBody => ({
  ...department(key, code, versions),
  bloc: 'party',
})
const mission = (key: string, code: string, name: string, covers: string[]): SampleBody => ({
  key,
  code,
  root: 'mofa',
  level: 'department',
  bloc: 'state',
  versions: lasting(name, 'mofa'),
  covers,
})

export const SAMPLE_BODIES: SampleBody[] = [
  {
    key: 'mofa',
    code: 'G10',
    root: 'mofa',
    level: 'central',
    bloc: 'state',
    versions: lasting('Bộ Ngoại giao'),
  },
  {
    key: 'external-commission',
    code: 'A61',
    root: 'mofa',
    level: 'central',
    bloc: 'party',
    versions: ended('Ban Đối ngoại Trung ương', 'mofa', BEFORE_MERGER),
  },
  mission('jp', 'G10.81', 'Đại sứ quán Việt Nam tại Nhật Bản', ['JP', 'MH', 'FM']),
  mission('kr', 'G10.82', 'Đại sứ quán Việt Nam tại Hàn Quốc', ['KR']),
  mission('cn', 'G10.83', 'Đại sứ quán Việt Nam tại Trung Quốc', ['CN']),
  mission('sg', 'G10.84', 'Đại sứ quán Việt Nam tại Xin-ga-po', ['SG']),
  mission('fr', 'G10.85', 'Đại sứ quán Việt Nam tại Pháp', ['FR', 'MC', 'AD']),
  mission('de', 'G10.86', 'Đại sứ quán Việt Nam tại Đức', ['DE']),
  mission('us', 'G10.87', 'Đại sứ quán Việt Nam tại Hoa Kỳ', ['US']),
  mission('au', 'G10.88', 'Đại sứ quán Việt Nam tại Ô-xtrây-li-a', ['AU', 'VU', 'SB']),

  { key: 'hanoi', code: 'H26', root: 'hanoi', level: 'province', bloc: 'state', versions: lasting('Thành phố Hà Nội') },
  {
    key: 'committee',
    code: 'H26.1',
    root: 'hanoi',
    level: 'province',
    bloc: 'state',
    versions: [
      { from: LONG_AGO, name: 'Ủy ban nhân dân thành phố Hà Nội', shortName: 'UBND Thành phố', parent: 'hanoi' },
    ],
  },
  {
    key: 'party',
    code: 'H26.2',
    root: 'hanoi',
    level: 'province',
    bloc: 'party',
    versions: [{ from: LONG_AGO, name: 'Thành ủy Hà Nội', parent: 'hanoi' }],
  },
  partyBoard('organisation', 'H26.21', lasting('Ban Tổ chức Thành ủy', 'party')),
  partyBoard('inspection', 'H26.22', lasting('Ủy ban Kiểm tra Thành ủy', 'party')),
  partyBoard('propaganda', 'H26.23', [
    { from: LONG_AGO, to: BEFORE_MERGER, name: 'Ban Tuyên giáo Thành ủy', parent: 'party' },
    { from: MERGER, name: 'Ban Tuyên giáo và Dân vận Thành ủy', parent: 'party' },
  ]),
  partyBoard('mass-mobilisation', 'H26.24', ended('Ban Dân vận Thành ủy', 'party', BEFORE_MERGER)),
  department('foreign-affairs', 'H26.11', lasting('Sở Ngoại vụ Hà Nội', 'committee')),
  department('office', 'H26.10', lasting('Văn phòng Ủy ban nhân dân thành phố', 'committee')),
  department('home-affairs', 'H26.12', lasting('Sở Nội vụ Hà Nội', 'committee')),
  department('labour', 'H26.13', ended('Sở Lao động – Thương binh và Xã hội', 'committee', BEFORE_MERGER)),
  department('planning', 'H26.14', ended('Sở Kế hoạch và Đầu tư', 'committee', BEFORE_MERGER)),
  department('finance', 'H26.15', lasting('Sở Tài chính Hà Nội', 'committee')),
  department('resources', 'H26.16', ended('Sở Tài nguyên và Môi trường', 'committee', BEFORE_MERGER)),
  department('farming', 'H26.17', ended('Sở Nông nghiệp và Phát triển nông thôn', 'committee', BEFORE_MERGER)),
  department('farming-environment', 'H26.18', lasting('Sở Nông nghiệp và Môi trường', 'committee', MERGER)),
  department('transport', 'H26.19', ended('Sở Giao thông vận tải', 'committee', BEFORE_MERGER)),
  department('construction', 'H26.20', lasting('Sở Xây dựng Hà Nội', 'committee')),
  department('communications', 'H26.25', ended('Sở Thông tin và Truyền thông', 'committee', BEFORE_MERGER)),
  department('science', 'H26.26', lasting('Sở Khoa học và Công nghệ Hà Nội', 'committee')),
  department('culture', 'H26.27', lasting('Sở Văn hóa và Thể thao Hà Nội', 'committee')),
  department('tourism', 'H26.28', lasting('Sở Du lịch Hà Nội', 'committee')),
  department('health', 'H26.29', lasting('Sở Y tế Hà Nội', 'committee')),
  department('inspectorate', 'H26.30', lasting('Thanh tra thành phố Hà Nội', 'committee')),
  {
    key: 'hospital',
    code: 'H26.29.1',
    root: 'hanoi',
    level: 'public-unit',
    bloc: 'state',
    versions: lasting('Bệnh viện Đa khoa Sông Nhuệ', 'health'),
  },
  ...districts(),
  ...communes(),

  {
    key: 'bacgiang',
    code: 'H02',
    root: 'bacgiang',
    level: 'province',
    bloc: 'state',
    versions: [{ from: LONG_AGO, to: LAST_OF_DISTRICTS, name: 'Tỉnh Bắc Giang' }],
  },
  {
    key: 'bacninh',
    code: 'H05',
    root: 'bacninh',
    level: 'province',
    bloc: 'state',
    versions: lasting('Tỉnh Bắc Ninh'),
  },
  {
    key: 'bacninh-foreign-affairs',
    code: 'H05.11',
    root: 'bacninh',
    level: 'department',
    bloc: 'state',
    versions: lasting('Sở Ngoại vụ Bắc Ninh', 'bacninh'),
  },
]

export const SAMPLE_SUCCESSIONS: SampleSuccession[] = [
  merger(['planning'], 'finance'),
  merger(['labour'], 'home-affairs'),
  merger(['resources', 'farming'], 'farming-environment'),
  merger(['transport'], 'construction'),
  merger(['communications'], 'science'),
  merger(['mass-mobilisation'], 'propaganda'),
  merger(['external-commission'], 'mofa'),
  reform(['hoankiem-district'], ['hoankiem-ward', 'cuanam-ward']),
  reform(['badinh-district'], ['badinh-ward', 'ngocha-ward']),
  reform(['gialam-district'], ['gialam-commune']),
  { ...reform(['bacgiang'], ['bacninh']), kind: 'merged' },
]

/** Provinces whose accounts go up to the centre. */
export const SAMPLE_REPORTING = [
  { root: 'hanoi', to: 'mofa' },
  { root: 'bacninh', to: 'mofa' },
] as const

function merger(from: string[], to: string): SampleSuccession {
  return { kind: 'merged', from, to: [to], on: MERGER, document: 'NQ mẫu 01/2025' }
}

function reform(from: string[], to: string[]): SampleSuccession {
  return { kind: to.length > 1 ? 'split' : 'merged', from, to, on: TWO_TIER, document: 'NQ mẫu 02/2025' }
}

function districts(): SampleBody[] {
  const district = (key: string, code: string, name: string, locality: 'urban' | 'rural'): SampleBody => ({
    key: `${key}-district`,
    code,
    root: 'hanoi',
    level: 'district',
    bloc: 'state',
    locality,
    versions: ended(name, 'committee', LAST_OF_DISTRICTS),
  })
  return [
    district('hoankiem', 'H26.41', 'Quận Hoàn Kiếm', 'urban'),
    district('badinh', 'H26.42', 'Quận Ba Đình', 'urban'),
    district('gialam', 'H26.43', 'Huyện Gia Lâm', 'rural'),
  ]
}

function communes(): SampleBody[] {
  const commune = (key: string, code: string, name: string, locality: 'urban' | 'rural'): SampleBody => ({
    key,
    code,
    root: 'hanoi',
    level: 'commune',
    bloc: 'state',
    locality,
    versions: lasting(name, 'committee', TWO_TIER),
  })
  return [
    commune('hoankiem-ward', 'H26.51', 'Phường Hoàn Kiếm', 'urban'),
    commune('cuanam-ward', 'H26.52', 'Phường Cửa Nam', 'urban'),
    commune('badinh-ward', 'H26.53', 'Phường Ba Đình', 'urban'),
    commune('ngocha-ward', 'H26.54', 'Phường Ngọc Hà', 'urban'),
    commune('gialam-commune', 'H26.55', 'Xã Gia Lâm', 'rural'),
  ]
}

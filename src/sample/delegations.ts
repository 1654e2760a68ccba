import type { DelegationAction } from '../delegations/index.ts'

/**
 * Dossiers of the sample, at every stage. Hosts are kinds of bodies in cities that exist; what is agreed with them is
 * invented. Some break a limit on purpose, so that there is something to examine.
 */
export interface SampleDelegation {
  body: string
  title: string
  purpose: {
    kind: string
    summary: string
    requirements: string
    content: string
    statement: string
    underAgreement?: boolean
  }
  host: { name: string; country: string; kind: string }
  /** Days abroad; the departure is the day of arrival, the return the day after leaving. */
  days: { from: string; to: string; back: string }
  /** Seats of the body: 0 is its head. */
  seats: number[]
  million: number
  /** The steps it has gone, and the day of each. */
  way: { action: DelegationAction; on: string }[]
  /** Papers and opinions are there; without them there is much that is missing. */
  complete: boolean
  /** The title of the line of the approved plan on which it rests. */
  line?: string
  note?: { field: string; text: string }
  /** What the examiners thought of it once they had it. */
  assessed?: SampleAssessment[]
  /** What the decision allows by name: why and on what grounds, by the rule. */
  waived?: Record<string, { reasonCode: string; grounds: string }>
  /** What the unit explains, by the rule. */
  explained?: Record<string, string>
}

/** What an examiner thinks of what the law finds, at its place, or of what only a person can judge. */
export interface SampleAssessment {
  subject: string
  norm?: string
  judgement: 'accepted' | 'asked' | 'not-accepted'
  reasonCode: string
  note?: string
}

export const SAMPLE_DELEGATIONS: SampleDelegation[] = [
  {
    body: 'science',
    title: 'Hợp tác chuyển giao công nghệ quản lý nước thải đô thị',
    purpose: {
      kind: 'working',
      summary: 'Thống nhất kế hoạch hợp tác năm 2027 và ký biên bản ghi nhớ về vận hành nhà máy xử lý nước thải',
      requirements: 'Ký biên bản ghi nhớ; có lộ trình đào tạo kỹ thuật viên',
      content: 'Quy trình vận hành, tài chính, đào tạo',
      statement: 'Áp dụng ngay cho hai nhà máy đang vận hành của thành phố',
    },
    host: { name: 'Cơ quan cấp thoát nước thành phố Osaka', country: 'JP', kind: 'government' },
    days: { from: '2027-01-11', to: '2027-01-13', back: '2027-01-14' },
    seats: [1, 2, 4],
    million: 310,
    way: [
      { action: 'submit', on: '2026-11-10' },
      { action: 'sign', on: '2026-11-11' },
      { action: 'receive', on: '2026-11-12' },
      { action: 'recommend', on: '2026-11-16' },
    ],
    complete: true,
    assessed: [
      { subject: 'programme', judgement: 'accepted', reasonCode: 'well-founded' },
      { subject: 'practicality', judgement: 'accepted', reasonCode: 'well-founded' },
    ],
  },
  {
    body: 'tourism',
    title: 'Quảng bá du lịch Thủ đô tại hội chợ lữ hành',
    purpose: {
      kind: 'promotion',
      summary: 'Giới thiệu sản phẩm du lịch Hà Nội, gặp các hãng lữ hành',
      requirements: 'Ba thỏa thuận đưa khách',
      content: 'Gian trưng bày, gặp gỡ doanh nghiệp lữ hành',
      statement: 'Góp phần đạt chỉ tiêu khách quốc tế năm 2027',
    },
    host: { name: 'Ban tổ chức hội chợ lữ hành Singapore', country: 'SG', kind: 'government' },
    days: { from: '2026-12-14', to: '2026-12-16', back: '2026-12-17' },
    seats: [0, 3, 4, 5],
    million: 420,
    way: [
      { action: 'submit', on: '2026-11-17' },
      { action: 'sign', on: '2026-11-18' },
      { action: 'receive', on: '2026-11-19' },
    ],
    complete: true,
    assessed: [
      { subject: 'programme', judgement: 'accepted', reasonCode: 'well-founded' },
      {
        subject: 'practicality',
        judgement: 'asked',
        reasonCode: 'evidence-lacking',
        note: 'Ba thỏa thuận dự kiến ký với hãng nào?',
      },
    ],
  },
  {
    body: 'tourism',
    title: 'Gặp các hãng lữ hành tại hội chợ lữ hành',
    purpose: {
      kind: 'promotion',
      summary: 'Giới thiệu sản phẩm du lịch Hà Nội bên lề hội chợ, gặp các hãng lữ hành',
      requirements: 'Danh sách hãng lữ hành quan tâm',
      content: 'Gặp gỡ doanh nghiệp lữ hành',
      statement: 'Góp phần đạt chỉ tiêu khách quốc tế năm 2027',
    },
    host: { name: 'Ban tổ chức hội chợ lữ hành Singapore', country: 'SG', kind: 'government' },
    days: { from: '2026-12-15', to: '2026-12-17', back: '2026-12-18' },
    seats: [1, 6, 7, 8],
    million: 360,
    way: [
      { action: 'submit', on: '2026-11-18' },
      { action: 'sign', on: '2026-11-19' },
      { action: 'receive', on: '2026-11-20' },
    ],
    complete: false,
  },
  {
    body: 'culture',
    title: 'Trao đổi kinh nghiệm bảo tồn phố cổ',
    purpose: {
      kind: 'exchange',
      summary: 'Trao đổi mô hình quản lý khu phố cổ với cơ quan văn hóa thành phố bạn',
      requirements: 'Báo cáo so sánh mô hình quản lý',
      content: 'Quản lý di sản, tài chính bảo tồn',
      statement: 'Đưa vào đề án bảo tồn khu phố cổ',
    },
    host: { name: 'Cơ quan văn hóa thành phố Kyoto', country: 'JP', kind: 'government' },
    days: { from: '2027-03-08', to: '2027-03-12', back: '2027-03-13' },
    seats: [1, 2, 3, 4, 5],
    million: 520,
    way: [
      { action: 'submit', on: '2026-11-12' },
      { action: 'sign', on: '2026-11-13' },
      { action: 'receive', on: '2026-11-16' },
      { action: 'return', on: '2026-11-18' },
    ],
    complete: false,
    note: {
      field: 'trip/stays',
      text: 'Ở Nhật Bản 5 ngày, quá giới hạn ở một nước; đề nghị rút ngắn hoặc giải trình từng ngày làm việc',
    },
    assessed: [
      {
        subject: 'days-per-country',
        norm: '4060-CV-BTCTU-2019#2',
        judgement: 'not-accepted',
        reasonCode: 'too-long',
      },
      { subject: 'practicality', judgement: 'asked', reasonCode: 'purpose-vague', note: 'Báo cáo dùng cho đề án nào?' },
    ],
  },
  {
    body: 'health',
    title: 'Học tập mô hình trung tâm kiểm soát bệnh tật',
    purpose: {
      kind: 'study',
      summary: 'Học tập tổ chức giám sát dịch bệnh',
      requirements: 'Quy trình giám sát áp dụng cho Hà Nội',
      content: 'Tổ chức giám sát, xét nghiệm, dữ liệu',
      statement: 'Hoàn thiện đề án trung tâm kiểm soát bệnh tật thành phố',
    },
    host: { name: 'Cơ quan kiểm soát bệnh tật Hàn Quốc', country: 'KR', kind: 'government' },
    days: { from: '2027-02-22', to: '2027-02-24', back: '2027-02-25' },
    seats: [0, 1, 2, 3, 4, 5],
    million: 480,
    way: [
      { action: 'submit', on: '2026-11-18' },
      { action: 'sign', on: '2026-11-20' },
    ],
    complete: false,
  },
  {
    body: 'culture',
    title: 'Dự hội nghị các thành phố sáng tạo',
    purpose: {
      kind: 'conference',
      summary: 'Dự hội nghị thường niên của mạng lưới thành phố sáng tạo',
      requirements: 'Tham luận của Hà Nội',
      content: 'Phiên toàn thể, hai phiên chuyên đề',
      statement: 'Nghĩa vụ thành viên của mạng lưới',
    },
    host: { name: 'Ban thư ký mạng lưới thành phố sáng tạo', country: 'FR', kind: 'international-organisation' },
    days: { from: '2027-05-17', to: '2027-05-19', back: '2027-05-20' },
    seats: [0, 3],
    million: 0,
    way: [],
    complete: false,
  },
  {
    body: 'science',
    title: 'Đàm phán chương trình nghiên cứu chung về đô thị thông minh',
    purpose: {
      kind: 'negotiation',
      summary: 'Thống nhất nội dung chương trình nghiên cứu chung 2027–2029',
      requirements: 'Dự thảo thỏa thuận được hai bên thông qua',
      content: 'Phạm vi, sở hữu trí tuệ, tài chính',
      statement: 'Nguồn lực cho chương trình đô thị thông minh của thành phố',
    },
    host: { name: 'Viện nghiên cứu đô thị Seoul', country: 'KR', kind: 'university' },
    days: { from: '2026-12-07', to: '2026-12-09', back: '2026-12-10' },
    seats: [1, 3],
    million: 190,
    way: [
      { action: 'submit', on: '2026-10-26' },
      { action: 'sign', on: '2026-10-27' },
      { action: 'receive', on: '2026-10-28' },
      { action: 'recommend', on: '2026-10-30' },
      { action: 'agree', on: '2026-11-02' },
      { action: 'approve', on: '2026-11-03' },
    ],
    complete: true,
    line: 'Hợp tác khu công nghệ cao',
  },
  {
    body: 'construction',
    title: 'Khảo sát quy hoạch theo định hướng giao thông',
    purpose: {
      kind: 'survey',
      underAgreement: false,
      summary: 'Khảo sát quy hoạch quanh nhà ga, quản lý không gian ngầm và đấu giá đất',
      requirements: 'Đề xuất quy hoạch quanh bốn nhà ga',
      content: 'Quy hoạch quanh nhà ga, không gian ngầm, cơ chế tài chính',
      statement: 'Áp dụng ngay cho bốn nhà ga của hai tuyến đường sắt đô thị',
    },
    host: { name: 'Cơ quan quy hoạch thành phố Yokohama', country: 'JP', kind: 'government' },
    days: { from: '2026-09-07', to: '2026-09-09', back: '2026-09-10' },
    seats: [1, 2, 3, 4, 5, 6, 7, 8],
    million: 620,
    line: 'Khảo sát quy hoạch theo định hướng giao thông',
    way: [
      { action: 'submit', on: '2026-08-10' },
      { action: 'sign', on: '2026-08-11' },
      { action: 'receive', on: '2026-08-12' },
      { action: 'recommend', on: '2026-08-14' },
      { action: 'agree', on: '2026-08-17' },
      { action: 'approve', on: '2026-08-18' },
    ],
    complete: true,
    assessed: [
      { subject: 'programme', judgement: 'accepted', reasonCode: 'well-founded' },
      {
        subject: 'delegation-size',
        norm: '4060-CV-BTCTU-2019#1',
        judgement: 'accepted',
        reasonCode: 'well-founded',
        note: 'Ba nhóm kỹ thuật làm việc song song',
      },
    ],
    waived: {
      'delegation-size': {
        reasonCode: 'only-expert',
        grounds: 'Ba nhóm kỹ thuật làm việc song song ở ba cơ sở; Thông báo kết luận mẫu số 12-TB/TU',
      },
      'leadership-share': {
        reasonCode: 'only-expert',
        grounds: 'Mỗi Phó Giám đốc phụ trách một tuyến; Giám đốc ở nhà điều hành',
      },
    },
  },
  {
    body: 'tourism',
    title: 'Ký thỏa thuận quảng bá với các hãng lữ hành',
    purpose: {
      kind: 'negotiation',
      summary: 'Ký thỏa thuận đưa khách với ba hãng lữ hành',
      requirements: 'Ba thỏa thuận được ký',
      content: 'Lễ ký, bàn kế hoạch quảng bá chung',
      statement: 'Tăng khách quốc tế đến Thủ đô trong năm',
    },
    host: { name: 'Cơ quan du lịch Hàn Quốc', country: 'KR', kind: 'government' },
    days: { from: '2026-08-10', to: '2026-08-12', back: '2026-08-13' },
    seats: [0, 1, 3],
    million: 160,
    way: [
      { action: 'submit', on: '2026-07-13' },
      { action: 'sign', on: '2026-07-14' },
      { action: 'receive', on: '2026-07-15' },
      { action: 'recommend', on: '2026-07-17' },
      { action: 'agree', on: '2026-07-20' },
      { action: 'approve', on: '2026-07-21' },
    ],
    complete: true,
    assessed: [
      { subject: 'plan-budget', norm: '38-CT-TW-2014#2', judgement: 'accepted', reasonCode: 'well-founded' },
      { subject: 'programme', judgement: 'accepted', reasonCode: 'well-founded' },
      {
        subject: 'leadership-share',
        norm: '4060-CV-BTCTU-2019#1',
        judgement: 'asked',
        reasonCode: 'too-many-people',
        note: 'Vì sao cả Giám đốc và Phó Giám đốc cùng đi?',
      },
    ],
    explained: {
      'plan-budget': 'Chi từ nguồn xúc tiến du lịch được bổ sung giữa năm, không dùng mục đi công tác nước ngoài',
    },
    waived: {
      'in-plan': {
        reasonCode: 'agreement',
        grounds: 'Thỏa thuận phải ký trước mùa du lịch, không chờ được đợt điều chỉnh kế hoạch',
      },
      'leadership-share': {
        reasonCode: 'host-protocol',
        grounds: 'Giám đốc ký, Phó Giám đốc phụ trách quảng bá làm việc với từng hãng; Phó Giám đốc còn lại điều hành',
      },
    },
  },
  {
    body: 'health',
    title: 'Họp khẩn về phòng dịch liên biên giới',
    purpose: {
      kind: 'conference',
      summary: 'Thống nhất cách báo tin, lấy mẫu khi có dịch',
      requirements: 'Biên bản phối hợp',
      content: 'Báo tin, lấy mẫu, kiểm dịch',
      statement: 'Dùng cho phương án phòng dịch mùa đông của thành phố',
    },
    host: { name: 'Cơ quan y tế Quảng Tây', country: 'CN', kind: 'government' },
    days: { from: '2026-09-21', to: '2026-09-22', back: '2026-09-23' },
    seats: [1, 3, 4],
    million: 20,
    way: [
      { action: 'submit', on: '2026-08-24' },
      { action: 'sign', on: '2026-08-25' },
      { action: 'receive', on: '2026-08-26' },
      { action: 'recommend', on: '2026-08-28' },
      { action: 'agree', on: '2026-08-31' },
      { action: 'approve', on: '2026-09-03' },
      { action: 'cancel', on: '2026-09-14' },
    ],
    complete: true,
    assessed: [
      { subject: 'programme', judgement: 'accepted', reasonCode: 'well-founded' },
      { subject: 'practicality', judgement: 'accepted', reasonCode: 'well-founded' },
    ],
    waived: {
      'in-plan': { reasonCode: 'urgent-task', grounds: 'Phát sinh do dịch; phải có biên bản phối hợp trước mùa đông' },
    },
  },
  {
    body: 'propaganda',
    title: 'Trao đổi công tác thông tin đối ngoại của Thủ đô',
    purpose: {
      kind: 'working',
      summary: 'Thống nhất chương trình trao đổi thông tin đối ngoại năm 2027 với cơ quan bạn',
      requirements: 'Biên bản làm việc; kế hoạch trao đổi đoàn báo chí',
      content: 'Thông tin đối ngoại, đào tạo báo chí',
      statement: 'Dùng cho kế hoạch thông tin đối ngoại của Thành ủy',
    },
    host: { name: 'Cơ quan tuyên truyền thành phố Quảng Châu', country: 'CN', kind: 'government' },
    days: { from: '2027-01-18', to: '2027-01-20', back: '2027-01-21' },
    seats: [3, 4],
    million: 90,
    way: [
      { action: 'submit', on: '2026-11-11' },
      { action: 'sign', on: '2026-11-12' },
      { action: 'receive', on: '2026-11-13' },
      { action: 'recommend', on: '2026-11-17' },
    ],
    complete: true,
    assessed: [
      { subject: 'programme', judgement: 'accepted', reasonCode: 'well-founded' },
      { subject: 'practicality', judgement: 'accepted', reasonCode: 'well-founded' },
    ],
  },
  {
    body: 'health',
    title: 'Bàn giao kỹ thuật xét nghiệm với trung tâm kiểm nghiệm',
    purpose: {
      kind: 'working',
      summary: 'Nhận bàn giao quy trình xét nghiệm theo biên bản hợp tác đã ký',
      requirements: 'Quy trình được hai bên ký nhận',
      content: 'Quy trình xét nghiệm, kiểm chuẩn',
      statement: 'Áp dụng ngay tại phòng xét nghiệm của thành phố',
    },
    host: { name: 'Trung tâm kiểm nghiệm Osaka', country: 'JP', kind: 'government' },
    days: { from: '2027-01-25', to: '2027-01-27', back: '2027-01-28' },
    seats: [3, 4, 5],
    million: 150,
    way: [
      { action: 'submit', on: '2026-11-11' },
      { action: 'sign', on: '2026-11-12' },
      { action: 'receive', on: '2026-11-13' },
      { action: 'recommend', on: '2026-11-17' },
    ],
    complete: true,
    assessed: [
      { subject: 'programme', judgement: 'accepted', reasonCode: 'well-founded' },
      { subject: 'practicality', judgement: 'accepted', reasonCode: 'well-founded' },
    ],
  },
]

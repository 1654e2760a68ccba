/** The words of the page of retention; `messages.en.ts` has the same keys. */
export const vi = {
  title: 'Lưu trữ',
  sub: 'Dữ liệu cá nhân được lưu có thời hạn. Đây là lần chạy thử: chưa xóa gì cho đến khi bạn xóa từng lớp với lý do.',
  caption: 'Các lớp dữ liệu cá nhân, thời gian lưu và số đã hết hạn',
  class: 'Lớp dữ liệu',
  term: 'Lưu trong',
  setBy: 'Ấn định bởi',
  before: 'Hết hạn nếu có từ trước',
  due: 'Đã hết hạn',
  deed: 'Việc làm được',
  months: (months: number) => (months % 12 === 0 ? `${months / 12} năm` : `${months} tháng`),
  noTerm: 'chưa ai ấn định: không bao giờ xóa',
  empty: 'Chưa có lớp dữ liệu nào được lưu có thời hạn.',
  values: 'Xem giá trị ấn định',
  purge: (due: string) => `Xóa ${due} mục…`,
  nothingDue: 'chưa có gì hết hạn',
  noTermYet: 'chưa ai ấn định thời gian lưu',
  ask: (name: string) => `Xóa «${name}» đã hết hạn?`,
  askText: (due: string, day: string) => `${due} mục có từ trước ngày ${day} sẽ bị xóa và không lấy lại được.`,
  recorded: 'Việc xóa được ghi vào nhật ký cùng với lý do; nội dung bị xóa thì không.',
  do: (due: string) => `Xóa ${due} mục`,
  done: (deleted: string, name: string) => `Đã xóa ${deleted} mục của «${name}».`,
}

export type RetentionMessages = typeof vi

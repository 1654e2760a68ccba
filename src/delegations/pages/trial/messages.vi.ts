/** The words of the page on which a delegation is tried; `messages.en.ts` has the same keys. */
export const vi = {
  title: 'Thử trước khi lập hồ sơ',
  sub: 'Chọn người trong danh bạ, nước, ngày và kinh phí: kết quả giống như thẩm tra một hồ sơ vừa lập, theo số liệu của các sổ hôm nay. Không lưu gì cho đến khi bấm «Lập hồ sơ».',
  sender: 'Cơ quan và kế hoạch',
  lineAbove: 'Dòng của kế hoạch năm được chọn ở phần «Cơ quan và kế hoạch».',
  looking: 'Đang tra các sổ…',
  looked: (time: string) => `Đã tra các sổ lúc ${time}`,
  nothingKept: 'chưa lưu gì',
  again: 'Tra lại',
  held: (n: number) => `${n} mục chưa tra được; hãy sửa mục đó:`,
  begin: 'Lập hồ sơ',
  beginTitle: 'Lập hồ sơ từ những gì đã thử',
  beginWhat:
    'Hồ sơ mới ở bước đang soạn, với cơ quan, dòng kế hoạch, người, nước, ngày và kinh phí như đang hiện. Các phần còn thiếu nhập tiếp trong hồ sơ.',
  trips: {
    ofYear: (year: number, states: string) => `Năm ${year}: ${states} →`,
    done: (n: number) => `${n} chuyến đã đi`,
    approved: (n: number) => `${n} đã duyệt`,
    pending: (n: number) => `${n} đang trình`,
    planned: (n: number) => `${n} dự kiến trong kế hoạch`,
    none: 'chưa có chuyến nào',
    next: (nth: number) => `chuyến này sẽ là thứ ${nth}`,
    within: (nth: number, max: number) => `chuyến này là thứ ${nth}, tối đa ${max}`,
    beyond: (nth: number, max: number) => `chuyến này là thứ ${nth}, quá mức ${max}`,
    free: (nth: number) => `chuyến này là thứ ${nth}, không bị giới hạn số chuyến`,
  },
}

export type TrialMessages = typeof vi

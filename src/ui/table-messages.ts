/** The words of every table. */
export const MESSAGES = {
  vi: {
    loading: 'Đang tải…',
    sortBy: 'Sắp xếp theo',
    usual: '— thứ tự thường —',
    rising: (head: string) => `${head}, tăng dần`,
    falling: (head: string) => `${head}, giảm dần`,
    pickAll: 'Chọn tất cả các dòng của trang này',
    pick: 'Chọn dòng này',
    picked: (count: number) => `Đã chọn ${count}`,
    unpick: 'Bỏ chọn',
  },
  en: {
    loading: 'Loading…',
    sortBy: 'Sort by',
    usual: '— usual order —',
    rising: (head: string) => `${head}, ascending`,
    falling: (head: string) => `${head}, descending`,
    pickAll: 'Choose every row of this page',
    pick: 'Choose this row',
    picked: (count: number) => `${count} chosen`,
    unpick: 'Choose none',
  },
}

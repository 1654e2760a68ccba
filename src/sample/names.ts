import type { Chance } from './chance.ts'

const FAMILIES = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Phan',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
  'Đinh',
  'Đoàn',
  'Lưu',
  'Tạ',
  'Quách',
  'Từ',
]
const MIDDLES = {
  female: ['Thị', 'Thu', 'Ngọc', 'Mai', 'Thanh', 'Bích', 'Phương', 'Khánh', 'Diệu', 'Hồng'],
  male: ['Văn', 'Đức', 'Quang', 'Minh', 'Hữu', 'Xuân', 'Tuấn', 'Anh', 'Gia', 'Bảo'],
}
const GIVEN = {
  female: [
    'An',
    'Ánh',
    'Chi',
    'Dung',
    'Duyên',
    'Giang',
    'Hà',
    'Hạnh',
    'Hiền',
    'Huệ',
    'Lan',
    'Liên',
    'Linh',
    'Loan',
    'Ly',
    'Nga',
    'Ngân',
    'Nhung',
    'Oanh',
    'Quyên',
    'Sương',
    'Thảo',
    'Thúy',
    'Trang',
    'Uyên',
    'Vân',
    'Yến',
  ],
  male: [
    'An',
    'Ân',
    'Bình',
    'Cường',
    'Dũng',
    'Đạt',
    'Đông',
    'Giáp',
    'Hải',
    'Hiếu',
    'Hoàng',
    'Hùng',
    'Khoa',
    'Kiên',
    'Lâm',
    'Long',
    'Nam',
    'Nghĩa',
    'Phong',
    'Phúc',
    'Quân',
    'Sơn',
    'Tâm',
    'Thắng',
    'Toàn',
    'Trung',
    'Việt',
  ],
}

export type Sex = keyof typeof GIVEN

/** An invented name; none that was given before. */
export function inventName(chance: Chance, sex: Sex, taken: Set<string>): string {
  for (;;) {
    const name = `${chance.one(FAMILIES)} ${chance.one(MIDDLES[sex])} ${chance.one(GIVEN[sex])}`
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
}

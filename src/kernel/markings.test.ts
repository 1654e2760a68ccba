import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MarkingFound, markingIn, markingInName, refuseMarkings } from './markings.ts'

describe('a marking of secrecy', () => {
  it.each([
    ['Báo cáo (MẬT) về đàm phán', 'MẬT'],
    ['TỐI MẬT', 'TỐI MẬT'],
    ['Độ mật: TUYỆT  MẬT', 'TUYỆT MẬT'],
    ['TỐI MẬT'.normalize('NFD'), 'TỐI MẬT'],
    ['MẬT\nĐỘC LẬP – TỰ DO – HẠNH PHÚC', 'MẬT'],
    ['MẬT ĐỘC LẬP – TỰ DO – HẠNH PHÚC', 'MẬT'],
    ['TỐI MẬT\nĐỘI CÔNG TÁC', 'TỐI MẬT'],
    ['MẬT\nĐỘ KHẨN: HỎA TỐC', 'MẬT'],
    ['MẬT ĐỘ KHẨN: HỎA TỐC', 'MẬT'],
    ['TUYỆT MẬT ĐỘ I', 'TUYỆT MẬT'],
    ['HỒ SƠ MẬT', 'MẬT'],
    ['Theo CÔNG VĂN MẬT số 5', 'MẬT'],
    ['VĂN BẢN BẢO\nMẬT\nSố 5', 'MẬT'],
    ['Tuyệt mật', 'TUYỆT MẬT'],
    ['phương án tối mật của đoàn', 'TỐI MẬT'],
    ['Tối\n   mật', 'TỐI MẬT'],
    ['Mức độ: Mật', 'MẬT'],
    ['Độ mật: mật', 'MẬT'],
    ['ĐỘ MẬT: MẬT', 'MẬT'],
    ['Độ mật\nMật', 'MẬT'],
    ['Công văn số 5 (Mật)', 'MẬT'],
    ['M Ậ T', 'MẬT'],
    ['T Ố I   M Ậ T', 'TỐI MẬT'],
    ['T.U.Y.Ệ.T M.Ậ.T', 'TUYỆT MẬT'],
    ['TUYỆT\u00a0MẬT', 'TUYỆT MẬT'],
    ['tối\u3000mật', 'TỐI MẬT'],
    ['T\u200bỐ\u200bI\u200b M\u00adẬ\u2060T', 'TỐI MẬT'],
    ['TÀI LIỆU\u200bMẬT', 'MẬT'],
    ['tuyệt\u200bmật', 'TUYỆT MẬT'],
    ['ＴỐＩ ＭẬＴ', 'TỐI MẬT'],
    ['M\u00c2 \u0323T', 'MẬT'],
    ['LÝ DO MẬT', 'MẬT'],
    ['HỒ MẬT', 'MẬT'],
    ['NGUYỄN VĂN AN\nMẬT', 'MẬT'],
    ['NGUYỄN VĂN CÔNG VĂN MẬT', 'MẬT'],
    ['KHOA GAN – TỐI MẬT', 'TỐI MẬT'],
    ['Số 5 MẬT ƯỚC TÍNH CHI PHÍ', 'MẬT'],
    ['BÍ MẬT NHÀ NƯỚC ĐỘ TỐI MẬT', 'TỐI MẬT'],
    ['Phương án tối mật, tuyệt mật', 'TỐI MẬT'],
    ['Không ký. Phương án tối mật, mật', 'TỐI MẬT'],
    ['không tiết lộ phương án tối mật', 'TỐI MẬT'],
    ['ĐỘ MẬT: TỐI MẬT', 'TỐI MẬT'],
    ['Số: 12/BC-SNV TUYỆT MẬT', 'TUYỆT MẬT'],
    ['M\u0332A\u0302\u0332\u0323T\u0332', 'MẬT'],
  ])('is found in “%s”', (text, marking) => {
    expect(markingIn(text)).toBe(marking)
  })

  it.each([
    'Bảo mật thông tin',
    'BẢO MẬT DỮ LIỆU',
    'BẢO\nMẬT DỮ LIỆU',
    'sản phẩm MẬT ONG',
    'sản phẩm mật ong (mật) và mật mía',
    'bí mật nhà nước',
    'TUYỆT ĐỐI BÍ MẬT',
    'MẬTRAN',
    'MẬT ĐỘ DÂN CƯ',
    'M Ậ T  Đ Ộ  D Â N  C Ư',
    'mật độ dân cư',
    'quan hệ mật thiết; mức độ: mật thiết',
    'cam kết không mang tài liệu mật',
    'Nguyễn Văn Mật',
    'TRẦN THỊ MẬT',
    'TRẦN MẬT',
    'LƯƠNG VĂN MẬT',
    'NGUYỄN THỊ HỒNG MẬT',
    'GIÀNG A MẬT',
    'HỒ VĂN MẬT',
    'Tôi cam kết không mang tài liệu mật, tối mật, tuyệt mật khi đi công tác.',
    'không mang tài liệu có dấu tối mật,\ntuyệt mật',
    'theo Luật Bảo vệ bí mật nhà nước (độ tuyệt mật, tối mật, mật)',
    'Bí mật nhà nước gồm Tuyệt mật, Tối mật và Mật',
    'KHOA GAN-MẬT',
    'Khoa Gan - Mật',
    'NỐI ỐNG MẬT CHỦ',
    'MẬT RỈ',
    'MẬT ƯỚC',
    'DANH MỤC BÍ MẬT NHÀ NƯỚC ĐỘ MẬT',
    'Danh mục bí mật nhà nước độ Tuyệt mật, Tối mật',
    'lúc 8 giờ tối\nMật độ giao thông',
    'dự bữa tối, uống trà mật ong',
    'sau buổi tối mật độ giảm',
    'ĐỘ MẬT: THƯỜNG',
    'thân mật, cẩn mật, cơ mật',
    'Tôi mất hộ chiếu',
    'tốt mặt, tuyệt mắt',
  ])('is not seen in “%s”', (text) => {
    expect(markingIn(text)).toBeUndefined()
  })

  it('is found wherever it stands in a dossier, also in the name of a field', () => {
    expect(() => refuseMarkings([{ members: [{ key: 'a', task: 'mang tài liệu TỐI MẬT' }] }])).toThrow(MarkingFound)
    expect(() => refuseMarkings([{ contests: { 'Tối mật': 'sai' } }])).toThrow(MarkingFound)
  })
})

describe('a marking in the name of a file', () => {
  it.each([
    ['Tuyệt mật - phương án.pdf', 'TUYỆT MẬT'],
    ['TUYET MAT.pdf', 'TUYỆT MẬT'],
    ['tai-lieu_toi-mat.docx', 'TỐI MẬT'],
    ['toi.mat.docx', 'TỐI MẬT'],
    ['Toi mat ho so.pdf', 'TỐI MẬT'],
    ['TaiLieuTuyetMat2026.pdf', 'TUYỆT MẬT'],
    ['Tối_mật.docx'.normalize('NFD'), 'TỐI MẬT'],
    ['CV-12_MẬT.pdf', 'MẬT'],
    ['CV 12 (Mật).pdf', 'MẬT'],
    ['Mật - phương án.pdf', 'MẬT'],
  ])('is found in “%s”', (name, marking) => {
    expect(markingInName(name)).toBe(marking)
  })

  it.each([
    'bao-mat.pdf',
    'Mật ong.pdf',
    'mat-do-dan-cu.xlsx',
    'Tôi mất hộ chiếu.pdf',
    'Nguyễn Văn Mật.pdf',
    'Toi mat ho chieu.pdf',
    'toi-mattinh.pdf',
    'thu-moi.pdf',
  ])('is not seen in “%s”', (name) => {
    expect(markingInName(name)).toBeUndefined()
  })
})

const HARMLESS_TEXT = fc
  .array(
    fc.constantFrom(
      ...['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'ĐỘC LẬP – TỰ DO – HẠNH PHÚC', 'ĐỘI', 'ĐỘ KHẨN', 'ONG', 'KHẨU', 'BẢO'],
      ...[
        'BÍ',
        'CƠ',
        'Số: 12/BC-SNV',
        'bí mật',
        'mật ong',
        'MẬT ĐỘ',
        'Bảo mật',
        'buổi tối',
        'ăn tối',
        'Nguyễn Văn Mật',
      ],
      ...['Hà Nội', 'Độ mật:', 'thân', 'VỤ VIỆC', 'MÃ SỐ', 'tuyệt', '–', '(', 'ngày 12 tháng 5', 'Lê'],
    ),
    { maxLength: 6 },
  )
  .chain((words) => fc.constantFrom(' ', '\n', ', ', '\u00a0').map((between) => words.join(between)))

it('is hidden by no harmless text around it', () => {
  const marking = fc.constantFrom('MẬT', 'TỐI MẬT', 'TUYỆT MẬT', 'Tối mật', 'tuyệt mật', 'M Ậ T', 'TỐI\u200b MẬT')
  fc.assert(
    fc.property(HARMLESS_TEXT, marking, HARMLESS_TEXT, (before, word, after) => {
      expect(markingIn(`${before}\n${word}\n${after}`)).toBeDefined()
      expect(markingIn(`${before} (${word.toLocaleUpperCase('vi')}) ${after}`)).toBeDefined()
    }),
    { numRuns: 2000 },
  )
})

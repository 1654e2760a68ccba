import type { XlsxCell } from '../../documents/xlsx.ts'
import { searchWords } from '../../kernel/vietnamese.ts'
import { IMPORT_FIELDS, type ImportField, type Mapping } from './contract.ts'

/** Heads as offices write them, without diacritics; the first field that fits takes the column. */
const HEADS: Record<ImportField, RegExp> = {
  code: /^(ma (can bo|cb|cbccvc|nhan vien|nv|so|dinh danh ca nhan)|so hieu( can bo| cbccvc)?|ma)$/,
  name: /^(ho (va )?(chu dem )?(va )?ten|ho ten( khai sinh)?|ten can bo|full name)$/,
  birthDate: /^(ngay( thang nam)? sinh|ngay thang nam sinh|sinh ngay|date of birth|nam sinh)$/,
  sex: /^(gioi tinh|gioi|sex|nam nu)$/,
  unit: /^(ten )?(don vi|co quan|don vi cong tac|co quan don vi( cong tac)?|noi cong tac|phong ban|ma don vi|ma dinh danh( don vi| co quan)?|unit)$/,
  title: /^(chuc vu( hien tai| chuc danh)?|chuc danh|position)$/,
  from: /^(tu ngay|ngay bo nhiem|ngay giu chuc vu|ngay nhan chuc( vu)?)$/,
  managedBy: /^(dien quan ly|cap quan ly( can bo)?|dien cap uy quan ly)$/,
  rankCode: /^(ma ngach|ngach|ma so ngach|ma chuc danh nghe nghiep)$/,
  grade: /^(bac|bac luong|he so luong)$/,
  retiresOn: /^(ngay (nghi huu|ve huu)|thoi diem nghi huu|nghi huu)$/,
  email: /^(e ?mail|thu dien tu|dia chi email)$/,
  phone: /^(dien thoai|so dien thoai|sdt|di dong|dtdd)$/,
  home: /^((noi|dia chi) (dang ky )?thuong tru|(noi )?dang ky ho khau( thuong tru)?|ho khau( thuong tru)?|hktt|home( address)?)$/,
  passportKind: /^(loai|dien) (ho chieu|hc)$/,
  passportNumber: /^(so )?(ho chieu|hc)( so)?$/,
  // A bare “ngày cấp” may be that of any paper: it is for the reader to choose.
  passportIssuedOn: /^(ngay cap|cap ngay) (ho chieu|hc)$|^(ho chieu|hc) (ngay cap|cap ngay)$/,
  passportExpiresOn:
    /^(ngay het han|het han|co gia tri den|han( su dung)?) (ho chieu|hc)$|^(ho chieu|hc) ((ngay )?het han|co gia tri den)$/,
}

const LOOKED_AT = 30

/** Which of the first rows is the one of the heads: the one in which most columns are recognised; its index, from 0. */
export function findHeadRow(rows: readonly XlsxCell[][]): number {
  const hits = rows.slice(0, LOOKED_AT).map((row) => Object.keys(guessMapping(row)).length)
  return Math.max(0, hits.indexOf(Math.max(...hits, 0)))
}

/** The fields whose head is recognised, each with the first such column. */
export function guessMapping(heads: readonly XlsxCell[]): Mapping {
  const folded = heads.map((head) => searchWords(typeof head === 'string' ? head : '').join(' '))
  const found = IMPORT_FIELDS.flatMap((field) => {
    const column = folded.findIndex((head) => HEADS[field].test(head))
    return column === -1 ? [] : [[field, column] as const]
  })
  return Object.fromEntries(found)
}

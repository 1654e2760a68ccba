import type { RetentionClass } from '../../audit/index.ts'
import { dayInVietnam } from '../../kernel/day.ts'
import { countFormerPeople, countImportRows, emptyFormerPeople, emptyImportRows } from './store.ts'

/**
 * What the register of people keeps for a time only.
 *
 * Of an import the line in the list of imports stays, with its counts; what its rows said goes, and with it the means of
 * undoing it. Of somebody who left long ago stay name, code, posts and rank, trips and the hand-over register of the
 * passports: old plans and dossiers are read with them. Day of birth, sex, e-mail, phone, home, day of
 * retirement, numbers and visas of passports and declared relatives (in both directions) go.
 */
export const peopleRetention: readonly RetentionClass[] = [
  {
    id: 'import-rows',
    name: { vi: 'Các dòng của những lần nhập từ Excel', en: 'Rows of imports from Excel' },
    what: {
      vi: 'Xóa nội dung từng dòng và dữ liệu để hoàn tác; lần nhập và số dòng theo kết quả còn lại. Sau đó không hoàn tác được nữa.',
      en: 'Deletes what each row said and what undoing needs; the import and its counts stay. It can no longer be undone.',
    },
    count: countImportRows,
    purge: emptyImportRows,
  },
  {
    id: 'former-people',
    name: { vi: 'Người đã thôi công tác', en: 'People who have left' },
    what: {
      vi: 'Xóa ngày sinh, giới tính, thư, điện thoại, nơi thường trú, ngày nghỉ hưu, số hộ chiếu, thị thực và quan hệ thân nhân; họ tên, mã, chức vụ và chuyến đi còn lại để đọc hồ sơ cũ.',
      en: 'Deletes day of birth, sex, e-mail, phone, home, day of retirement, passport numbers, visas and kinship; name, code, posts and trips stay, so that old files can be read.',
    },
    count: (transaction, before) => countFormerPeople(transaction, dayInVietnam(new Date(before))),
    purge: (transaction, before) => emptyFormerPeople(transaction, dayInVietnam(new Date(before))),
  },
]

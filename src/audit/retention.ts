import type { Transaction } from '../db/transaction.ts'
import type { Bilingual } from '../kernel/text.ts'
import { countPersonalBefore, deletePersonalBefore } from './store.ts'

/** A class of personal data that is kept for a time and then deleted. Each slice names those of its own tables. */
export interface RetentionClass {
  /** Its key in the administered value `retention-months`. */
  id: string
  name: Bilingual
  /** What is deleted, and what stays. */
  what: Bilingual
  /** How many rows are older than that instant (ISO 8601), within reach. */
  count(transaction: Transaction, before: string): Promise<number>
  /** Deletes them and says how many they were. */
  purge(transaction: Transaction, before: string): Promise<number>
}

/** Personal data beside the trail: the trail itself stays, with a salted hash in the place of each value. */
export const auditRetention: readonly RetentionClass[] = [
  {
    id: 'audit-personal',
    name: { vi: 'Dữ liệu cá nhân trong nhật ký', en: 'Personal data of the audit trail' },
    what: {
      vi: 'Xóa giá trị cũ và mới của các trường cá nhân; mục nhật ký và chuỗi mã băm còn nguyên, vẫn kiểm tra được.',
      en: 'Deletes old and new values of personal fields; the entries and the chain of hashes stay and still verify.',
    },
    count: countPersonalBefore,
    purge: deletePersonalBefore,
  },
]

import type { RetentionClass } from '../audit/index.ts'
import { countNoticesBefore, deleteNoticesBefore } from './retention/store.ts'

/** What telling keeps for a time only. */
export const noticeRetention: readonly RetentionClass[] = [
  {
    id: 'notices',
    name: { vi: 'Thông báo và thư đã gửi', en: 'Notices and mail' },
    what: {
      vi: 'Xóa thông báo và thư cũ, đã đọc hay chưa; hồ sơ và nhật ký còn nguyên.',
      en: 'Deletes old notices and mail, read or not; dossiers and the trail stay.',
    },
    count: countNoticesBefore,
    purge: deleteNoticesBefore,
  },
]

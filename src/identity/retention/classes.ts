import type { RetentionClass } from '../../audit/index.ts'
import { countFailuresBefore, countSessionsBefore, deleteFailuresBefore, deleteSessionsBefore } from './store.ts'

/**
 * What signing in keeps for a time only. Failed attempts are there to slow down who guesses, and each new one clears away
 * those a day old: what is found here is left over where nobody has failed since. They belong to no account, and show
 * to administrators of the whole installation. Sessions show to the administrators of their accounts.
 */
export const identityRetention: readonly RetentionClass[] = [
  {
    id: 'failed-sign-ins',
    name: { vi: 'Các lần đăng nhập không thành', en: 'Failed attempts to sign in' },
    what: {
      vi: 'Xóa địa chỉ mạng và mã băm của tên đăng nhập đã thử; hệ thống cũng tự xóa sau một ngày khi có lần thử sai mới.',
      en: 'Deletes networks and hashes of the logins tried; a new failure clears away those a day old by itself.',
    },
    count: countFailuresBefore,
    purge: deleteFailuresBefore,
  },
  {
    id: 'sessions',
    name: { vi: 'Các phiên đã kết thúc', en: 'Sessions that are over' },
    what: {
      vi: 'Xóa phiên đã kết thúc hoặc hết hạn; phiên cuối của mỗi tài khoản còn ngày giờ, bỏ địa chỉ và trình duyệt.',
      en: 'Deletes sessions that were ended or are over; of the last of each account the time stays, without address and program.',
    },
    count: countSessionsBefore,
    purge: deleteSessionsBefore,
  },
]

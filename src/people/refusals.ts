import { type Day, dayInVietnam, formatDay } from '../kernel/day.ts'
import { Conflict, Forbidden, NotFound, Refused } from '../kernel/errors.ts'

/** What the register of people refuses, in words. */

export function noSuchPerson(): NotFound {
  return new NotFound({
    vi: 'Không có người này trong phạm vi của bạn. Hãy chọn lại từ danh sách, hoặc đề nghị cơ quan quản lý người ấy.',
    en: 'There is no such person within your scope. Choose from the list again, or ask the body of that person.',
  })
}

export function outOfReach(bodyName: string): Forbidden {
  return new Forbidden({
    vi: `«${bodyName}» nằm ngoài phạm vi bạn được ghi. Hãy đề nghị Ban Tổ chức hoặc người quản trị thực hiện việc điều động này.`,
    en: `“${bodyName}” lies outside what you may write to. Ask the organisation board or the administrator for this transfer.`,
  })
}

export function noBodyThen(day: Day): Refused {
  return new Refused({
    vi: `Không có cơ quan này vào ngày ${formatDay(day)}. Hãy chọn cơ quan tồn tại vào ngày đó.`,
    en: `There is no such body on ${formatDay(day)}. Choose one that exists on that day.`,
  })
}

export function hasLeft(name: string, on: Day): Refused {
  return new Refused({
    vi: `${name} đã thôi công tác từ ngày ${formatDay(on)}; hồ sơ không thay đổi nữa.`,
    en: `${name} left on ${formatDay(on)}; the record is no longer changed.`,
  })
}

export function changedMeanwhile(name: string, by: string | null, at: string): Conflict {
  const on = formatDay(dayInVietnam(new Date(at)))
  return new Conflict({
    vi: `Thông tin của ${name} vừa được ${by ?? 'người khác'} sửa (ngày ${on}) sau khi bạn mở. Hãy tải lại, xem thay đổi rồi sửa lại.`,
    en: `${by ?? 'Somebody else'} changed the record of ${name} (on ${on}) after you opened it. Load it again, look, and repeat your change.`,
  })
}

export function codeTaken(code: string, name: string): Refused {
  return new Refused({
    vi: `Mã ${code} đã là của ${name}. Mỗi người trong một tỉnh, bộ có một mã riêng: hãy nhập mã khác.`,
    en: `The code ${code} belongs to ${name}. Everybody in a province or ministry has their own: enter another.`,
  })
}

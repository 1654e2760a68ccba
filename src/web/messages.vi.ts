/** The words of the shell; `messages.en.ts` has the same keys. */
export const vi = {
  skip: 'Đến nội dung chính',
  work: 'Việc của tôi',
  workSub: 'Việc nào có hạn theo quy trình đứng trước.',
  navigation: 'Các trang',
  otherPages: 'Xem thêm',
  language: 'Ngôn ngữ',
  notFound: 'Không có trang này',
  notFoundWhy: (address: string) =>
    `Không có trang nào ở địa chỉ ${address}. Địa chỉ có thể gõ sai hoặc trang đã chuyển chỗ.`,
  broken: 'Trang bị lỗi',
  brokenWhy:
    'Trang gặp một lỗi ngoài dự kiến. Những gì đã nhập vẫn còn trong trình duyệt này. Hãy tải lại trang; nếu vẫn lỗi, gửi dòng dưới đây cho người quản trị.',
  reload: 'Tải lại trang',
  signIn: 'Đăng nhập',
  account: 'Tài khoản của tôi',
  signInFirst: 'Trang này cần đăng nhập',
  signInFirstWhy: 'Sau khi đăng nhập, bạn trở lại đúng trang này.',
  notYours: 'Trang này không thuộc quyền của bạn',
  notYoursWhy:
    'Vai trò bạn đang giữ không mở trang này. Nếu công việc của bạn cần đến, hãy đề nghị người quản trị cấp vai trò kèm văn bản giao nhiệm vụ.',
  sessionOver: 'Phiên làm việc đã hết',
  sessionOverWhy: 'Nội dung trên trang còn nguyên. Hãy đăng nhập lại ở thẻ mới rồi quay về đây làm tiếp.',
  otherAccount: 'Tài khoản khác đã đăng nhập trong trình duyệt này',
  otherAccountWhy: (former: string, now: string) =>
    `Trang này mở cho ${former}; ở thẻ khác ${now} đã đăng nhập. Nội dung trên trang còn nguyên và không ghi dưới tên ${now}. Muốn làm tiếp là ${former}: đăng nhập lại ở thẻ mới rồi quay về đây. Muốn dùng tài khoản của ${now}: tải lại trang; điều đang nhập trong hộp thoại sẽ mất.`,
  reloadAs: (name: string) => `Tải lại trang, dùng tài khoản ${name}`,
  signInElsewhere: 'Đăng nhập ở thẻ mới',
  stayHere: 'Để sau',
  goFirst: 'Về trang đầu',
  loading: 'Đang tải…',
}

export type ShellMessages = typeof vi

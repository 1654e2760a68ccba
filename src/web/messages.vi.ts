/** The words of the shell; `messages.en.ts` has the same keys. */
export const vi = {
  skip: 'Đến nội dung chính',
  navigation: 'Các trang',
  language: 'Ngôn ngữ',
  api: 'API',
  notFound: 'Không có trang này',
  notFoundWhy: (address: string) =>
    `Không có trang nào ở địa chỉ ${address}. Địa chỉ có thể gõ sai hoặc trang đã chuyển chỗ.`,
  goFirst: 'Về trang Thử một đoàn',
  broken: 'Trang bị lỗi',
  brokenWhy:
    'Trang gặp một lỗi ngoài dự kiến. Những gì đã nhập vẫn còn trong trình duyệt này. Hãy tải lại trang; nếu vẫn lỗi, gửi dòng dưới đây cho người quản trị.',
  reload: 'Tải lại trang',
  loading: 'Đang tải…',
}

export type ShellMessages = typeof vi

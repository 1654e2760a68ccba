import type { FastifyRequest } from 'fastify'
import { Forbidden } from '../kernel/errors.ts'

/**
 * Refuses a change that another site's page sends through the visitor's browser. Browsers name the page's origin;
 * programmes that are no browser name none and carry no cookie of somebody else.
 */
export function refuseForeignOrigin(request: FastifyRequest): void {
  const { origin } = request.headers
  if (origin === undefined || hostOf(origin) === request.host) return
  throw new Forbidden({
    vi: 'Yêu cầu đến từ trang của một địa chỉ khác nên không được nhận. Hãy mở trang Đoàn Ra và làm lại tại đó.',
    en: 'The request comes from a page of another address and is not taken. Open Đoàn Ra itself and repeat it there.',
  })
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

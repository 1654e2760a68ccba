import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'
import { Refused } from '../kernel/errors.ts'
import type { Bilingual } from '../kernel/text.ts'

/**
 * Lets the server listen and returns the address to open in a browser.
 * Throws `Refused` when the port is taken, or may not be used by this process, or the address is not this machine's.
 */
export async function listen(app: FastifyInstance, { host, port }: Pick<Config, 'host' | 'port'>): Promise<string> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? REASONS[String(error.code)] : undefined
    if (!reason) throw error
    await app.close()
    throw new Refused({ vi: reason.vi(host, port), en: reason.en(host, port) })
  }
  const address = app.server.address()
  return addressOf(host, typeof address === 'object' && address ? address.port : port)
}

/** The address to open in a browser; one that stands for all interfaces is opened as this machine's own. */
export function addressOf(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

type Sentence = (host: string, port: number) => string

const REASONS: Record<string, Record<keyof Bilingual, Sentence>> = {
  EADDRINUSE: {
    vi: (_, port) => `Cổng ${port} đang được chương trình khác dùng. Hãy dừng nó, hoặc đặt PORT khác rồi chạy lại.`,
    en: (_, port) => `Port ${port} is in use by another program. Stop it, or set another PORT and start again.`,
  },
  EACCES: {
    vi: (_, port) => `Không có quyền mở cổng ${port}. Hãy đặt PORT từ 1024 trở lên rồi chạy lại.`,
    en: (_, port) => `This user may not open port ${port}. Set PORT to 1024 or above and start again.`,
  },
  EADDRNOTAVAIL: {
    vi: (host) => `Máy này không có địa chỉ ${host}. Hãy sửa HOST rồi chạy lại.`,
    en: (host) => `This machine does not have the address ${host}. Correct HOST and start again.`,
  },
  ENOTFOUND: {
    vi: (host) => `Không tìm thấy máy tên ${host}. Hãy sửa HOST rồi chạy lại.`,
    en: (host) => `There is no host named ${host}. Correct HOST and start again.`,
  },
}

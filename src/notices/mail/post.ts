import nodemailer from 'nodemailer'
import type { Composed } from './compose.ts'

/** Hands a mail to the mail server; resolves when the server has taken it, rejects when it has not. */
export type Post = (mail: Composed & { to: string; id: string }) => Promise<void>

const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

/**
 * Mail by SMTP: `smtp://user:password@host:587` (STARTTLS where offered) or `smtps://…`. A mail carries the same Message-ID
 * however often it is handed over, so that one that arrives twice can be told from two.
 */
export function postBySmtp({ smtpUrl, from }: { smtpUrl: string; from: string }): Post {
  const transport = nodemailer.createTransport({ url: smtpUrl, ...PATIENCE })
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost'
  return async ({ to, subject, text, id }) => {
    await transport.sendMail({
      from,
      to,
      subject,
      text,
      messageId: `<${id}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
  }
}

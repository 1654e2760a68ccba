import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail that has arrived: to whom, and all that was sent, its text decoded. */
export interface Arrived {
  to: string
  raw: string
  subject: string
  text: string
  messageId: string
}

/** A mail server that takes mail and keeps it. `refuse` answers the next mails with a code, until told otherwise. */
export interface MailSink {
  url: string
  arrived: Arrived[]
  refuse(code: number | undefined): void
  close(): Promise<void>
}

/** Starts a mail server of our own on a free port. */
export async function openMailSink(): Promise<MailSink> {
  const arrived: Arrived[] = []
  let refusal: number | undefined
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (address, _session, done) =>
      refusal === undefined
        ? done()
        : done(Object.assign(new Error(`not now, ${address.address}`), { responseCode: refusal })),
    onData: (stream, session, done) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const raw = Buffer.concat(pieces).toString('utf8')
        arrived.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), raw, ...partsOf(raw) })
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    refuse: (code) => {
      refusal = code
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Subject, text and id of a mail of one plain part. */
function partsOf(raw: string): Pick<Arrived, 'subject' | 'text' | 'messageId'> {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head.replace(/\r\n[ \t]+/g, ' '))?.[1] ?? ''
  const body = rest.join('\r\n\r\n')
  const encoding = field('Content-Transfer-Encoding').toLowerCase()
  const text = encoding === 'base64' ? Buffer.from(body, 'base64').toString() : unquoted(body, encoding)
  return { subject: words(field('Subject')), text: text.replaceAll('\r\n', '\n'), messageId: field('Message-ID') }
}

function unquoted(body: string, encoding: string): string {
  return encoding === 'quoted-printable' ? bytesOf(body.replace(/=\r\n/g, '')) : body
}

/** Encoded words of a header (RFC 2047). */
function words(field: string): string {
  return field
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString() : bytesOf(word.replaceAll('_', ' ')),
    )
}

/** `=C4=90` as the letters that these bytes are. */
function bytesOf(quoted: string): string {
  const latin = quoted.replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(latin, 'latin1').toString('utf8')
}

import path from 'node:path'
import { z } from 'zod'
import { Refused } from './kernel/errors.ts'
import type { Bilingual } from './kernel/text.ts'

const WHOLE_NUMBER = /^\d{1,9}$/
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

function wholeNumber(most: number) {
  return z
    .string()
    .regex(WHOLE_NUMBER)
    .transform(Number)
    .refine((value) => value <= most)
}

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/

function address(fits: (url: URL) => boolean) {
  return z.string().refine((text) => URL.canParse(text) && /^https?:/.test(text) && fits(new URL(text)))
}

const Environment = z
  .object({
    HOST: z.string().default('127.0.0.1'),
    PORT: wholeNumber(65_535).default(3000),
    DATA_DIR: z.string().default('./data'),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//)
      .optional(),
    WORKERS: wholeNumber(64)
      .refine((value) => value > 0)
      .default(1),
    LAW_DIRS: z
      .string()
      .default('')
      .transform((list) => list.split(',').flatMap((folder) => folder.trim() || [])),
    LOG_LEVEL: z.enum(LOG_LEVELS).default('warn'),
    SAMPLE_DATA: z.enum(['on', 'off']).optional(),
    RATE_LIMIT: wholeNumber(1_000_000).default(600),
    TRUST_PROXY: z.string().optional(),
    PUBLIC_URL: address(({ origin, href }) => href === `${origin}/`)
      .transform((url) => new URL(url).origin)
      .optional(),
    SMTP_URL: z
      .string()
      .refine((text) => URL.canParse(text) && /^smtps?:\/\/[^/]/.test(text))
      .optional(),
    MAIL_FROM: z
      .string()
      .regex(/^[^\r\n@]+@[^\s@]+$/)
      .optional(),
    FILES_DIR: z.string().optional(),
    S3_ENDPOINT: address(() => true).optional(),
    S3_BUCKET: z.string().optional(),
    S3_REGION: z.string().default('us-east-1'),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
    CLAMAV_SOCKET: z
      .string()
      .regex(/^(\/.+|[^/]+:\d{1,5})$/)
      .optional(),
    ATTACHMENT_MAX_MB: wholeNumber(200)
      .refine((value) => value > 0)
      .default(25),
    OIDC_ISSUER: address(({ protocol, hostname }) => protocol === 'https:' || LOOPBACK.test(hostname)).optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_CLAIM: z.string().default('preferred_username'),
  })
  // The embedded engine belongs to one process.
  .refine((values) => values.WORKERS === 1 || values.DATABASE_URL !== undefined, { path: ['WORKERS'] })
  .refine((values) => values.OIDC_ISSUER === undefined || values.OIDC_CLIENT_ID !== undefined, {
    path: ['OIDC_CLIENT_ID'],
  })
  .refine((values) => values.SMTP_URL === undefined || values.MAIL_FROM !== undefined, { path: ['MAIL_FROM'] })
  .refine((values) => values.SMTP_URL === undefined || values.PUBLIC_URL !== undefined, { path: ['PUBLIC_URL'] })
  .refine((values) => values.S3_ENDPOINT === undefined || values.S3_BUCKET !== undefined, { path: ['S3_BUCKET'] })
  .refine((values) => values.S3_BUCKET === undefined || values.S3_ACCESS_KEY_ID !== undefined, {
    path: ['S3_ACCESS_KEY_ID'],
  })
  .refine((values) => values.S3_BUCKET === undefined || values.S3_SECRET_ACCESS_KEY !== undefined, {
    path: ['S3_SECRET_ACCESS_KEY'],
  })

/** What a variable must be, for those that can be wrong. */
const WANTED: Record<string, Bilingual> = {
  PORT: { vi: 'một số nguyên từ 0 đến 65535', en: 'a whole number from 0 to 65535' },
  DATABASE_URL: { vi: 'một địa chỉ bắt đầu bằng postgres://', en: 'an address that begins with postgres://' },
  WORKERS: {
    vi: 'một số nguyên từ 1 đến 64, hơn 1 thì cần DATABASE_URL',
    en: 'a whole number from 1 to 64, above 1 with DATABASE_URL only',
  },
  LOG_LEVEL: { vi: `một trong: ${LOG_LEVELS.join(', ')}`, en: `one of: ${LOG_LEVELS.join(', ')}` },
  SAMPLE_DATA: { vi: 'on hoặc off', en: 'on or off' },
  RATE_LIMIT: { vi: 'một số nguyên từ 0 đến 1000000', en: 'a whole number from 0 to 1000000' },
  PUBLIC_URL: {
    vi: 'địa chỉ người dùng mở, không kèm đường dẫn, như https://doanra.example.vn',
    en: 'the address that people open, without a path, such as https://doanra.example.vn',
  },
  SMTP_URL: {
    vi: 'địa chỉ máy chủ thư, như smtp://tên:mật-khẩu@thu.example.vn:587',
    en: 'the address of the mail server, such as smtp://name:password@mail.example.vn:587',
  },
  MAIL_FROM: {
    vi: 'địa chỉ gửi của thư khi có SMTP_URL, như Đoàn Ra <doanra@example.vn>',
    en: 'the sender of mail where SMTP_URL is set, such as Đoàn Ra <doanra@example.vn>',
  },
  S3_ENDPOINT: { vi: 'một địa chỉ http:// hoặc https://', en: 'an address with http:// or https://' },
  S3_BUCKET: { vi: 'tên kho (bucket) ở S3_ENDPOINT', en: 'the name of a bucket at S3_ENDPOINT' },
  S3_ACCESS_KEY_ID: { vi: 'mã khóa vào kho S3_BUCKET', en: 'the id of the key to S3_BUCKET' },
  S3_SECRET_ACCESS_KEY: { vi: 'khóa bí mật vào kho S3_BUCKET', en: 'the secret of the key to S3_BUCKET' },
  CLAMAV_SOCKET: {
    vi: 'ổ cắm của clamd: một đường dẫn như /run/clamav/clamd.ctl, hoặc máy:cổng',
    en: 'the socket of clamd: a path such as /run/clamav/clamd.ctl, or host:port',
  },
  ATTACHMENT_MAX_MB: { vi: 'một số nguyên từ 1 đến 200', en: 'a whole number from 1 to 200' },
  OIDC_ISSUER: {
    vi: 'một địa chỉ https:// (http:// chỉ cho máy này)',
    en: 'an address with https:// (http:// for this machine only)',
  },
  OIDC_CLIENT_ID: {
    vi: 'mã ứng dụng mà nhà cung cấp ở OIDC_ISSUER đã cấp',
    en: 'the client id given by the provider at OIDC_ISSUER',
  },
}

/** The provider by which people of the organisation sign in everywhere (OpenID Connect). */
export interface SingleSignOn {
  /** OIDC_ISSUER: its address, from which everything else about it is read. */
  issuer: string
  /** OIDC_CLIENT_ID */
  clientId: string
  /** OIDC_CLIENT_SECRET: absent for a public client, which PKCE protects. */
  clientSecret: string | undefined
  /** OIDC_CLAIM: the claim that holds the login of the account here. */
  claim: string
}

/** How mail goes out. */
export interface MailConfig {
  /** SMTP_URL */
  smtpUrl: string
  /** MAIL_FROM */
  from: string
}

/** A bucket that keeps files, of Amazon or of a server that speaks its protocol. */
interface Bucket {
  /** S3_ENDPOINT: absent for Amazon's own. */
  endpoint: string | undefined
  /** S3_BUCKET */
  bucket: string
  /** S3_REGION */
  region: string
  /** S3_ACCESS_KEY_ID */
  accessKeyId: string
  /** S3_SECRET_ACCESS_KEY */
  secretAccessKey: string
}

/** How this process is set up; every value comes from the environment variable named beside it. */
export interface Config {
  /** HOST: the address to listen on. There are no accounts yet, so by default this machine only. */
  host: string
  /** PORT: 0 takes any free one. */
  port: number
  /** DATA_DIR: the folder of the embedded database and its lock. */
  dataDir: string
  /** DATABASE_URL: a PostgreSQL server (15 or later) to use instead of the embedded one. */
  databaseUrl: string | undefined
  /** WORKERS: how many processes answer requests on one port, each on a core of its own; one on the embedded database. */
  workers: number
  /**
   * SAMPLE_DATA: on fills an empty database with an invented Hà Nội to look around in; on unless DATABASE_URL is set. A
   * database that holds any account is never touched.
   */
  sampleData: boolean
  /** LAW_DIRS: folders, separated by commas, whose instruments are added to those of the project. */
  lawDirs: string[]
  /** FILES_DIR: the folder of attached files, `files` in DATA_DIR unless said. */
  filesDir: string
  /** The bucket that keeps attached files instead, where S3_BUCKET names one. */
  s3: Bucket | undefined
  /** CLAMAV_SOCKET: the socket of clamd, which looks for viruses in attached files. */
  clamav: string | undefined
  /** ATTACHMENT_MAX_MB: the size that an attached file may have, here in bytes. */
  largestFile: number
  /** LOG_LEVEL: one JSON line each on standard output; `info` adds a line per request. */
  logLevel: (typeof LOG_LEVELS)[number]
  /** RATE_LIMIT: requests a minute that one address may send to /api; 0 for no limit. Each worker counts for itself. */
  rateLimit: number
  /** TRUST_PROXY: the reverse proxies whose X-Forwarded-For is believed. */
  trustProxy: string | undefined
  /** PUBLIC_URL: the address by which people reach it; without it, the one by which the request came. */
  publicUrl: string | undefined
  /** Single sign-on, where OIDC_ISSUER names a provider. */
  singleSignOn: SingleSignOn | undefined
  /** Mail, where SMTP_URL names a server; its links lead to PUBLIC_URL. */
  mail: MailConfig | undefined
}

/**
 * Reads the configuration. An empty variable counts as not set.
 * Throws `Refused` with a sentence that names each wrong variable.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const stated = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const read = Environment.safeParse(stated)
  if (!read.success) throw refusal(read.error, environment)
  const values = read.data
  return {
    host: values.HOST,
    port: values.PORT,
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    workers: values.WORKERS,
    sampleData: (values.SAMPLE_DATA ?? (values.DATABASE_URL === undefined ? 'on' : 'off')) === 'on',
    lawDirs: values.LAW_DIRS,
    filesDir: values.FILES_DIR ?? path.join(values.DATA_DIR, 'files'),
    s3: bucketOf(values),
    clamav: values.CLAMAV_SOCKET,
    largestFile: values.ATTACHMENT_MAX_MB * 1024 * 1024,
    logLevel: values.LOG_LEVEL,
    rateLimit: values.RATE_LIMIT,
    trustProxy: values.TRUST_PROXY,
    publicUrl: values.PUBLIC_URL,
    singleSignOn: singleSignOnOf(values),
    mail: mailOf(values),
  }
}

function singleSignOnOf(values: z.infer<typeof Environment>): SingleSignOn | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_CLAIM: claim } = values
  return issuer === undefined || clientId === undefined ? undefined : { issuer, clientId, clientSecret, claim }
}

function mailOf({ SMTP_URL: smtpUrl, MAIL_FROM: from }: z.infer<typeof Environment>): MailConfig | undefined {
  return smtpUrl === undefined || from === undefined ? undefined : { smtpUrl, from }
}

function bucketOf(values: z.infer<typeof Environment>): Bucket | undefined {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region } = values
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = values
  if (bucket === undefined || accessKeyId === undefined || secretAccessKey === undefined) return undefined
  return { endpoint, bucket, region, accessKeyId, secretAccessKey }
}

function refusal(error: z.ZodError, environment: NodeJS.ProcessEnv): Refused {
  const names = [...new Set(error.issues.map((issue) => String(issue.path[0])))]
  // An address of a database or a mail server may hold its password.
  const given = (name: string) =>
    name === 'DATABASE_URL' || name === 'SMTP_URL' ? '…' : JSON.stringify(environment[name])
  const vi = names.map((name) => `Biến môi trường ${name} (${given(name)}) phải là ${WANTED[name]?.vi}.`)
  const en = names.map((name) => `The environment variable ${name} (${given(name)}) must be ${WANTED[name]?.en}.`)
  return new Refused({ vi: `${vi.join(' ')} Hãy sửa rồi chạy lại.`, en: `${en.join(' ')} Correct it and start again.` })
}

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

const Environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(65_535).default(3000),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  LAW_DIRS: z
    .string()
    .default('')
    .transform((list) => list.split(',').flatMap((folder) => folder.trim() || [])),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('warn'),
  RATE_LIMIT: wholeNumber(1_000_000).default(600),
  TRUST_PROXY: z.string().optional(),
})

/** What a variable must be, for those that can be wrong. */
const WANTED: Record<string, Bilingual> = {
  PORT: { vi: 'một số nguyên từ 0 đến 65535', en: 'a whole number from 0 to 65535' },
  DATABASE_URL: { vi: 'một địa chỉ bắt đầu bằng postgres://', en: 'an address that begins with postgres://' },
  LOG_LEVEL: { vi: `một trong: ${LOG_LEVELS.join(', ')}`, en: `one of: ${LOG_LEVELS.join(', ')}` },
  RATE_LIMIT: { vi: 'một số nguyên từ 0 đến 1000000', en: 'a whole number from 0 to 1000000' },
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
  /** LAW_DIRS: folders, separated by commas, whose instruments are added to those of the project. */
  lawDirs: string[]
  /** LOG_LEVEL: one JSON line each on standard output; `info` adds a line per request. */
  logLevel: (typeof LOG_LEVELS)[number]
  /** RATE_LIMIT: requests a minute that one address may send to /api; 0 for no limit. */
  rateLimit: number
  /** TRUST_PROXY: the reverse proxies whose X-Forwarded-For is believed. */
  trustProxy: string | undefined
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
    lawDirs: values.LAW_DIRS,
    logLevel: values.LOG_LEVEL,
    rateLimit: values.RATE_LIMIT,
    trustProxy: values.TRUST_PROXY,
  }
}

function refusal(error: z.ZodError, environment: NodeJS.ProcessEnv): Refused {
  const names = [...new Set(error.issues.map((issue) => String(issue.path[0])))]
  // An address of a database may hold its password.
  const given = (name: string) => (name === 'DATABASE_URL' ? '…' : JSON.stringify(environment[name]))
  const vi = names.map((name) => `Biến môi trường ${name} (${given(name)}) phải là ${WANTED[name]?.vi}.`)
  const en = names.map((name) => `The environment variable ${name} (${given(name)}) must be ${WANTED[name]?.en}.`)
  return new Refused({ vi: `${vi.join(' ')} Hãy sửa rồi chạy lại.`, en: `${en.join(' ')} Correct it and start again.` })
}

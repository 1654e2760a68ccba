import { z } from 'zod'
import { Refused } from './kernel/errors.ts'

const WHOLE_NUMBER = /^\d{1,9}$/
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

function wholeNumber(most: number) {
  return z
    .string()
    .regex(WHOLE_NUMBER, `a whole number from 0 to ${most}`)
    .transform(Number)
    .refine((value) => value <= most, `a whole number from 0 to ${most}`)
}

const Environment = z.object({
  HOST: z.string().min(1, 'a host name or address').default('127.0.0.1'),
  PORT: wholeNumber(65_535).default(3000),
  DATA_DIR: z.string().min(1, 'a folder').default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'an address that begins with postgres://')
    .optional(),
  LAW_DIRS: z
    .string()
    .default('')
    .transform((list) => list.split(',').flatMap((folder) => folder.trim() || [])),
  LOG_LEVEL: z.enum(LOG_LEVELS, `one of ${LOG_LEVELS.join(', ')}`).default('warn'),
  RATE_LIMIT: wholeNumber(1_000_000).default(600),
  TRUST_PROXY: z.string().min(1, 'addresses or networks, separated by commas').optional(),
})

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
  const faults = error.issues.map((issue) => {
    const name = String(issue.path[0])
    return { name, given: name === 'DATABASE_URL' ? '…' : JSON.stringify(environment[name]), wanted: issue.message }
  })
  const vi = faults.map(({ name, given, wanted }) => `Biến môi trường ${name} (${given}) không hợp lệ; cần: ${wanted}.`)
  const en = faults.map(
    ({ name, given, wanted }) => `The environment variable ${name} (${given}) is not valid: it must be ${wanted}.`,
  )
  return new Refused({ vi: `${vi.join(' ')} Hãy sửa rồi chạy lại.`, en: `${en.join(' ')} Correct it and start again.` })
}

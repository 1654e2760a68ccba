import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { Refused } from './kernel/errors.ts'

function refusalOf(environment: NodeJS.ProcessEnv): Refused {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof Refused) return error
  }
  throw new Error('it was not refused')
}

it('by default listens to this machine only, on an embedded database', () => {
  expect(readConfig({})).toEqual({
    host: '127.0.0.1',
    port: 3000,
    dataDir: './data',
    databaseUrl: undefined,
    workers: 1,
    lawDirs: [],
    filesDir: 'data/files',
    s3: undefined,
    clamav: undefined,
    largestFile: 25 * 1024 * 1024,
    logLevel: 'warn',
    rateLimit: 600,
    trustProxy: undefined,
    publicUrl: undefined,
    singleSignOn: undefined,
    mail: undefined,
    sampleData: true,
  })
})

it('reads every variable, and takes an empty one for not set', () => {
  const environment = {
    HOST: '0.0.0.0',
    PORT: '0',
    DATA_DIR: '/var/lib/doan-ra',
    DATABASE_URL: 'postgresql://db/doan_ra',
    LAW_DIRS: ' /etc/luat , ./them ,',
    WORKERS: '4',
    LOG_LEVEL: 'info',
    RATE_LIMIT: '0',
    TRUST_PROXY: '10.0.0.0/8',
    PUBLIC_URL: 'https://doanra.example.vn/',
    SMTP_URL: 'smtp://doanra:bi-mat@thu.example.vn:587',
    MAIL_FROM: 'Đoàn Ra <doanra@example.vn>',
    OIDC_ISSUER: 'https://sso.example.vn/realms/ha-noi',
    OIDC_CLIENT_ID: 'doan-ra',
    OIDC_CLIENT_SECRET: 'bi-mat',
    OIDC_CLAIM: 'email',
    FILES_DIR: '/srv/tep',
    S3_ENDPOINT: 'http://s3.example.vn:9000',
    S3_BUCKET: 'doan-ra',
    S3_REGION: 'hn',
    S3_ACCESS_KEY_ID: 'khoa',
    S3_SECRET_ACCESS_KEY: 'bi-mat',
    CLAMAV_SOCKET: '/run/clamav/clamd.ctl',
    ATTACHMENT_MAX_MB: '40',
    SAMPLE_DATA: 'on',
  }
  expect(readConfig(environment)).toEqual({
    host: '0.0.0.0',
    port: 0,
    dataDir: '/var/lib/doan-ra',
    databaseUrl: 'postgresql://db/doan_ra',
    workers: 4,
    lawDirs: ['/etc/luat', './them'],
    filesDir: '/srv/tep',
    s3: {
      endpoint: 'http://s3.example.vn:9000',
      bucket: 'doan-ra',
      region: 'hn',
      accessKeyId: 'khoa',
      secretAccessKey: 'bi-mat',
    },
    clamav: '/run/clamav/clamd.ctl',
    largestFile: 40 * 1024 * 1024,
    logLevel: 'info',
    rateLimit: 0,
    trustProxy: '10.0.0.0/8',
    publicUrl: 'https://doanra.example.vn',
    singleSignOn: {
      issuer: 'https://sso.example.vn/realms/ha-noi',
      clientId: 'doan-ra',
      clientSecret: 'bi-mat',
      claim: 'email',
    },
    mail: { smtpUrl: 'smtp://doanra:bi-mat@thu.example.vn:587', from: 'Đoàn Ra <doanra@example.vn>' },
    sampleData: true,
  })
  expect(readConfig({ PORT: '', DATABASE_URL: '' })).toEqual(readConfig({}))
})

it('puts invented people into no database of a server unless told to', () => {
  expect(readConfig({ DATABASE_URL: 'postgres://db/doan_ra' }).sampleData).toBe(false)
})

describe('refuses a wrong value, naming the variable and what it must be, in both languages:', () => {
  it.each([
    ['PORT', '65536'],
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['PORT', '3000.5'],
    ['LOG_LEVEL', 'loud'],
    ['RATE_LIMIT', 'many'],
    ['DATABASE_URL', 'mysql://db'],
    ['PUBLIC_URL', 'https://doanra.example.vn/trang'],
    ['PUBLIC_URL', 'doanra.example.vn'],
    ['OIDC_ISSUER', 'http://sso.example.vn'],
    ['SMTP_URL', 'https://thu.example.vn'],
    ['MAIL_FROM', 'doanra'],
    ['S3_ENDPOINT', 's3.example.vn'],
    ['CLAMAV_SOCKET', 'clamd'],
    ['WORKERS', '0'],
    ['WORKERS', '65'],
    ['WORKERS', '2'],
    ['ATTACHMENT_MAX_MB', '0'],
    ['ATTACHMENT_MAX_MB', '201'],
  ])('%s=%s', (name, value) => {
    const { vi, en } = refusalOf({ [name]: value }).text
    expect(vi).toMatch(new RegExp(`^Biến môi trường ${name} .* phải là .*Hãy sửa`))
    expect(en).toMatch(new RegExp(`^The environment variable ${name} .* must be .*Correct it`))
  })

  it('all of them at once', () => {
    expect(refusalOf({ PORT: 'x', LOG_LEVEL: 'y' }).text.en).toMatch(/PORT \("x"\).*LOG_LEVEL \("y"\)/)
  })

  it('a provider of single sign-on without the id that it gave us', () => {
    expect(refusalOf({ OIDC_ISSUER: 'https://sso.example.vn' }).text.en).toContain('OIDC_CLIENT_ID')
  })

  it('a mail server without a sender, or without the address to which its links lead', () => {
    expect(refusalOf({ SMTP_URL: 'smtp://thu.example.vn' }).text.en).toMatch(/MAIL_FROM.*PUBLIC_URL/)
  })

  it('a bucket without its key, and a server without a bucket', () => {
    expect(refusalOf({ S3_BUCKET: 'doan-ra' }).text.en).toMatch(/S3_ACCESS_KEY_ID.*S3_SECRET_ACCESS_KEY/)
    expect(refusalOf({ S3_ENDPOINT: 'http://s3.example.vn' }).text.en).toContain('S3_BUCKET')
  })

  it('without showing an address that may hold a password', () => {
    expect(refusalOf({ DATABASE_URL: 'http://me:s3cret@db' }).text.en).not.toContain('s3cret')
    expect(refusalOf({ SMTP_URL: 'http://me:s3cret@thu' }).text.en).not.toContain('s3cret')
  })
})

import type { S3Client } from '@aws-sdk/client-s3'
import { type Storage, verified } from './storage.ts'

/** A bucket of Amazon S3 or of a server that speaks its protocol. */
export interface S3Config {
  /** S3_ENDPOINT: where the server is; Amazon's own without it. */
  endpoint: string | undefined
  /** S3_BUCKET: it exists already. */
  bucket: string
  /** S3_REGION */
  region: string
  /** S3_ACCESS_KEY_ID */
  accessKeyId: string
  /** S3_SECRET_ACCESS_KEY */
  secretAccessKey: string
}

/** The bucket: each content is an object named by its hash. The client of S3 is loaded with the first file. */
export function s3Storage(config: S3Config): Storage {
  const { bucket: Bucket } = config
  let opened: ReturnType<typeof open> | undefined
  const client = () => {
    opened ??= open(config)
    return opened
  }
  return {
    async put(hash, bytes) {
      const { s3, commands } = await client()
      const wanted = { Bucket, Key: hash }
      const head = await s3.send(new commands.HeadObjectCommand(wanted)).catch(absent)
      if (head?.ContentLength === bytes.byteLength) return
      await s3.send(new commands.PutObjectCommand({ ...wanted, Body: bytes, ContentType: 'application/octet-stream' }))
    },
    async get(hash) {
      const { s3, commands } = await client()
      const found = await s3.send(new commands.GetObjectCommand({ Bucket, Key: hash })).catch(absent)
      return verified(hash, await found?.Body?.transformToByteArray())
    },
  }
}

async function open({ endpoint, region, accessKeyId, secretAccessKey }: S3Config) {
  const commands = await import('@aws-sdk/client-s3')
  const s3: S3Client = new commands.S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    // Servers other than Amazon's know no trailing checksums; what is read is verified by its hash anyway.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  return { s3, commands }
}

function absent(error: { name?: string }): undefined {
  if (error.name === 'NotFound' || error.name === 'NoSuchKey') return undefined
  throw error
}

import { parentPort, workerData } from 'node:worker_threads'
import { check, checkWithoutTrace } from '../check.ts'
import { compileLaw } from '../compile.ts'
import type { LawData } from '../law.ts'
import { faultLine, readRequest } from '../read.ts'
import type { Options } from './options.ts'
import { printLine } from './print.ts'
import { ResultLines } from './result-lines.ts'

/** What a worker is told once. */
export interface WorkerSetup {
  law: LawData
  options: Options
}

/** Whole lines to check; `firstLine` is the number of the first. */
export interface Job {
  bytes: Uint8Array
  firstLine: number
}

/** The results of a job as they are to be written, and their tally. */
export interface Answer {
  output: Uint8Array
  lines: number
  bad: number
  compliant: number
}

const { law: data, options } = workerData as WorkerSetup
const law = compileLaw(data)
const decoder = new TextDecoder()
const encoder = new TextEncoder()
const lines = new ResultLines()

parentPort?.on('message', (job: Job) => {
  const answer = answerTo(job)
  parentPort?.postMessage(answer, [answer.output.buffer as ArrayBuffer])
})

function answerTo({ bytes, firstLine }: Job): Answer {
  const texts = decoder.decode(bytes).split('\n')
  // The text ends with the end of its last line, save at the end of the file, where it may be missing.
  if (texts.at(-1) === '') texts.pop()
  const tally = { lines: texts.length, bad: 0, compliant: 0 }
  const answers = texts.map((text, index) => lineFor(text, firstLine + index, tally))
  return { ...tally, output: new Uint8Array(Buffer.concat(answers)) }
}

function lineFor(text: string, line: number, tally: { bad: number; compliant: number }): Uint8Array {
  const { request, faults, error } = requestOf(text)
  if (request === undefined) {
    tally.bad += 1
    const message = error ?? faultLine(faults ?? [], options.language)
    return encoder.encode(options.json ? `${JSON.stringify({ line, error: message })}\n` : `${line}\t✕\t${message}\n`)
  }
  const asked = options.asOf === undefined ? request : { ...request, asOf: options.asOf }
  if (options.json && options.trace) {
    const result = check(law, asked, options.today)
    if (result.verdict === 'compliant') tally.compliant += 1
    return encoder.encode(`${JSON.stringify(result)}\n`)
  }
  const result = checkWithoutTrace(law, asked, options.today)
  if (result.verdict === 'compliant') tally.compliant += 1
  if (options.json) return lines.line(result)
  return encoder.encode(printLine(line, request.dossier.title, result.verdict, result.findings, options.language))
}

function requestOf(text: string) {
  try {
    return { ...readRequest(JSON.parse(text)), error: undefined }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { request: undefined, faults: undefined, error: `JSON: ${error.message}` }
  }
}

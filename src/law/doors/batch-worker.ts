import { parentPort, workerData } from 'node:worker_threads'
import { check } from '../check.ts'
import { compileLaw, type LawData } from '../law.ts'
import { faultLine, readRequest } from '../read.ts'
import type { CheckResult } from '../result.ts'
import type { Options } from './check.ts'
import { printLine } from './print.ts'

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

parentPort?.on('message', (job: Job) => {
  const answer = answerTo(job)
  parentPort?.postMessage(answer, [answer.output.buffer as ArrayBuffer])
})

function answerTo({ bytes, firstLine }: Job): Answer {
  const texts = decoder.decode(bytes).split('\n')
  // The text ends with the end of its last line, save at the end of the file, where it may be missing.
  if (texts.at(-1) === '') texts.pop()
  const answer = { lines: texts.length, bad: 0, compliant: 0 }
  const output = texts.map((text, index) => lineFor(text, firstLine + index, answer)).join('')
  return { ...answer, output: encoder.encode(output) }
}

function lineFor(text: string, line: number, tally: { bad: number; compliant: number }): string {
  const { request, faults, error } = requestOf(text)
  if (request === undefined) {
    tally.bad += 1
    const message = error ?? faultLine(faults ?? [], options.language)
    return options.json ? `${JSON.stringify({ line, error: message })}\n` : `${line}\t✕\t${message}\n`
  }
  const result = check(law, options.asOf === undefined ? request : { ...request, asOf: options.asOf }, options.today)
  if (result.verdict === 'compliant') tally.compliant += 1
  if (!options.json) return printLine(line, request.dossier.title, result.verdict, result.findings, options.language)
  return `${JSON.stringify(options.trace ? result : withoutTrace(result))}\n`
}

function requestOf(text: string) {
  try {
    return { ...readRequest(JSON.parse(text)), error: undefined }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { request: undefined, faults: undefined, error: `JSON: ${error.message}` }
  }
}

/** The result exactly as the contract has it; over a whole register the traces would be most of the bytes. */
function withoutTrace(result: CheckResult) {
  return { ...result, findings: result.findings.map(({ trace: _, ...finding }) => finding) }
}

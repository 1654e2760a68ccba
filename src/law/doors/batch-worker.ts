import { parentPort, workerData } from 'node:worker_threads'
import { check, checkWithoutTrace } from '../check.ts'
import { compileLaw } from '../compile.ts'
import type { LawData } from '../law.ts'
import { faultLine, readRequest } from '../read.ts'
import type { Options } from './options.ts'
import { Output } from './output.ts'
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
  output: Uint8Array<ArrayBuffer>
  lines: number
  bad: number
  compliant: number
}

const { law: data, options } = workerData as WorkerSetup
const law = compileLaw(data)
const decoder = new TextDecoder()
const output = new Output()
const lines = new ResultLines(output)

parentPort?.on('message', (job: Job) => {
  const answer = answerTo(job)
  parentPort?.postMessage(answer, [answer.output.buffer])
})

function answerTo({ bytes, firstLine }: Job): Answer {
  const texts = decoder.decode(bytes).split('\n')
  // The text ends with the end of its last line, save at the end of the file, where it may be missing.
  if (texts.at(-1) === '') texts.pop()
  const tally = { lines: texts.length, bad: 0, compliant: 0 }
  for (const [index, text] of texts.entries()) addLine(text, firstLine + index, tally)
  return { ...tally, output: output.take() }
}

function addLine(text: string, line: number, tally: { bad: number; compliant: number }): void {
  const { request, faults, error } = requestOf(text)
  if (request === undefined) {
    tally.bad += 1
    const message = error ?? faultLine(faults ?? [], options.language)
    output.text(options.json ? `${JSON.stringify({ line, error: message })}\n` : `${line}\t✕\t${message}\n`)
    return
  }
  const asked = options.asOf === undefined ? request : { ...request, asOf: options.asOf }
  const traced = options.json && options.trace
  const result = traced ? check(law, asked, options.today) : checkWithoutTrace(law, asked, options.today)
  if (result.verdict === 'compliant') tally.compliant += 1
  if (traced) output.text(`${JSON.stringify(result)}\n`)
  else if (options.json) lines.add(result)
  else {
    output.text(`${printLine(line, request.dossier.title, result.verdict, result.findings, options.language)}\n`)
  }
}

function requestOf(text: string) {
  try {
    return { ...readRequest(JSON.parse(text)), error: undefined }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { request: undefined, faults: undefined, error: `JSON: ${error.message}` }
  }
}

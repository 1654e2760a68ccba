import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  type Differing,
  holds,
  VerdictFile,
  type Verified,
  verifyVerdict,
} from '../src/delegations/verdict/verdict-file.ts'
import type { Language } from '../src/kernel/text.ts'
import type { Law } from '../src/law/index.ts'
import { LawRefused } from '../src/law/law-files.ts'
import { loadLaw } from '../src/law/load.ts'

/**
 * `npm run -s verdict:verify -- FILE [--law DIR] [--lang en]`: judges the verdict that a step of a dossier has frozen once more,
 * away from server and database. Exit 0 where nothing has changed in the file and the findings are the same, 1 where
 * something differs, 2 where the file or the law cannot be read, or for a wrong use.
 */
const USAGE = 'npm run -s verdict:verify -- FILE [--law DIR] [--lang vi|en]'

const WORDS = {
  vi: {
    of: ({ dossier, step, request }: VerdictFile) =>
      `Hồ sơ ${dossier}, bước «${step.action}» lúc ${step.at}, thẩm tra theo pháp luật ngày ${request.asOf}`,
    hash: { true: '✓ Mã băm còn nguyên: tệp không bị sửa', false: '✕ Mã băm không khớp: nội dung tệp đã bị sửa' },
    law: {
      true: (hash: string) => `✓ Đúng bản pháp luật đã dùng khi đó: ${hash}`,
      false: (frozen: string, given: string) =>
        `! Khi đó thẩm tra theo bản pháp luật ${frozen}; bản đang dùng là ${given}. Muốn kiểm lại đúng bản cũ, hãy chạy ở phiên bản phần mềm khi đó, hoặc thêm --law.`,
    },
    unjudged: (faults: string) => `✕ Hồ sơ trong tệp không thẩm tra được: ${faults}`,
    same: (n: number, verdict: string) => `✓ Thẩm tra lại cho đúng ${n} kết quả như đã lưu; kết luận «${verdict}»`,
    verdict: (frozen: string, again: string) => `✕ Kết luận đã lưu «${frozen}», thẩm tra lại được «${again}»`,
    differs: (n: number) => `✕ ${n} kết quả khác:`,
    absent: 'không có',
    withheld: 'Tệp không chứa ý kiến mà người tải không được xem; những kết quả dựa vào đó không được so.',
    none: (file: string, why: string) =>
      `Không đọc được ${file}: ${why}. Cần tệp tải từ «Xem hồ sơ ở bước này» trong Nhật ký của hồ sơ.`,
  },
  en: {
    of: ({ dossier, step, request }: VerdictFile) =>
      `Dossier ${dossier}, step “${step.action}” at ${step.at}, judged by the law of ${request.asOf}`,
    hash: { true: '✓ The hash is unbroken: nothing was changed', false: '✕ The hash is broken: the file was changed' },
    law: {
      true: (hash: string) => `✓ This is the law data by which it was judged: ${hash}`,
      false: (frozen: string, given: string) =>
        `! It was judged by the law data ${frozen}; this is ${given}. To judge by the former, run the release of that time, or add --law.`,
    },
    unjudged: (faults: string) => `✕ The dossier in the file cannot be judged: ${faults}`,
    same: (n: number, verdict: string) =>
      `✓ Judged again, all ${n} findings are as they were kept; verdict “${verdict}”`,
    verdict: (frozen: string, again: string) => `✕ The verdict was “${frozen}”; judged again it is “${again}”`,
    differs: (n: number) => `✕ ${n} ${n === 1 ? 'finding differs' : 'findings differ'}:`,
    absent: 'none',
    withheld: 'What the reader of the file may not know is not in it; findings that rest on it are not compared.',
    none: (file: string, why: string) =>
      `Cannot read ${file}: ${why}. It takes the file of “The dossier at this step” in the log of a dossier.`,
  },
}

const { file, folders, language } = readArguments()
const words = WORDS[language]
const frozen = readFrozen()
const law = readLaw()
const verified = verifyVerdict(law, frozen)
console.log(report(verified).join('\n'))
process.exitCode = holds(verified, frozen) ? 0 : 1

function report({ unbroken, sameLaw, faults, differing, verdict }: Verified): string[] {
  const { lawHash, result, withheld, withheldFields = [] } = frozen
  const lines = [
    words.of(frozen),
    words.hash[`${unbroken}`],
    sameLaw ? words.law.true(lawHash) : words.law.false(lawHash, law.hash),
    ...(withheld.length + withheldFields.length > 0 ? [words.withheld] : []),
  ]
  if (faults.length > 0) {
    return [...lines, words.unjudged(faults.map(({ path, message }) => `${path}: ${message[language]}`).join('; '))]
  }
  const other = verdict !== undefined && verdict !== result.verdict ? [words.verdict(result.verdict, verdict)] : []
  if (differing.length === 0 && other.length === 0) {
    return [...lines, words.same(result.findings.length, result.verdict)]
  }
  return [...lines, ...other, words.differs(differing.length), ...differing.map(line)]
}

/** One finding that differs: its norm, whom it is about, what was found then and what now. */
function line({ frozen: then, again }: Differing): string {
  const { rule, norm, subject } = then ?? again ?? { rule: '', norm: '' }
  const said = (one: Differing['frozen'] | Differing['again']) =>
    one === undefined
      ? words.absent
      : `${one.outcome}, ${one.severity}${one.actual === undefined ? '' : ` (${one.actual} / ${one.limit ?? ''})`}`
  return `  ${rule} ${norm}${subject === undefined ? '' : `, ${subject}`}: ${said(then)} → ${said(again)}`
}

function readFrozen(): VerdictFile {
  try {
    const read = VerdictFile.safeParse(JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')))
    if (read.success) return read.data
    const [issue] = read.error.issues
    return unreadable(words.none(file, `${issue?.path.join('.')} – ${issue?.message}`))
  } catch (error) {
    return unreadable(words.none(file, error instanceof Error ? error.message : String(error)))
  }
}

function readLaw(): Law {
  try {
    return loadLaw(folders)
  } catch (error) {
    if (!(error instanceof LawRefused)) throw error
    return unreadable(error.text[language])
  }
}

function readArguments(): { file: string; folders: string[]; language: Language } {
  try {
    const { values, positionals } = parseArgs({
      options: { lang: { type: 'string', default: 'vi' }, law: { type: 'string', multiple: true } },
      allowPositionals: true,
    })
    const [name, ...more] = positionals
    if (values.lang !== 'vi' && values.lang !== 'en') {
      return unreadable(`--lang ${values.lang}: chỉ có vi hoặc en (only vi or en)\n${USAGE}`)
    }
    if (name === undefined || more.length > 0) return unreadable(`cần đúng một tệp (exactly one FILE)\n${USAGE}`)
    return { file: name, folders: values.law ?? [], language: values.lang }
  } catch (error) {
    return unreadable(`${error instanceof Error ? error.message : error}\n${USAGE}`)
  }
}

function unreadable(words: string): never {
  console.error(words)
  process.exit(2)
}

import type { Transaction } from '../../db/transaction.ts'
import type { Visitor } from '../../http/who.ts'
import type { FileAnswer } from '../../kernel/endpoint.ts'
import { Refused } from '../../kernel/errors.ts'
import { contractOf } from '../content/content.ts'
import { registryOf, withFacts } from '../content/facts.ts'
import { closedIn, disclosedStep, sideOf } from '../disclosure.ts'
import { noStep } from '../refusals.ts'
import { findStep, knownToUnit } from '../steps/store.ts'
import { codeOf, findDelegation } from '../store.ts'
import { FORMAT, hashOf } from './verdict-file.ts'

/**
 * The verdict that a step has frozen, as one file to be judged again elsewhere: as far as the reader may know the step.
 * Throws for a step out of reach, and for one whose findings are none, or not for the reader.
 */
export async function exportVerdict(transaction: Transaction, who: Visitor, id: string): Promise<FileAnswer> {
  const found = await findStep(transaction, id)
  const delegation = found && (await findDelegation(transaction, found.delegationId))
  if (found === undefined || delegation === undefined) throw noStep()
  const side = sideOf(who, found)
  const known = await knownToUnit(transaction, id)
  const { content, facts, asOf, lawHash, result } = disclosedStep(side, { ...found, difference: null }, known)
  const { withheld, fields } = closedIn(side, found, known)
  if (result === null || asOf === null) throw noVerdict()
  const code = codeOf(delegation)
  const stated = {
    format: FORMAT,
    dossier: code,
    step: { id, action: found.action, at: found.at, by: found.by, document: found.document },
    request: { asOf, dossier: contractOf(withFacts(content, facts)) },
    registry: registryOf(facts),
    withheld,
    withheldFields: fields,
    lawHash,
    result,
  }
  const text = JSON.stringify({ ...stated, hash: hashOf(stated) }, null, 2)
  return {
    name: `${code.replace('Đ', 'D')}-${found.action}.json`,
    type: 'application/json',
    bytes: new TextEncoder().encode(`${text}\n`),
  }
}

function noVerdict(): Refused {
  return new Refused({
    vi: 'Bước này không lưu kết quả thẩm tra nào bạn được xem: hồ sơ lúc đó chưa đủ để thẩm tra, hoặc kết quả chỉ dành cho nơi thẩm định và cấp quyết định. Hãy tải ở bước ký, hoặc ở quyết định.',
    en: 'This step keeps no findings that you may read: the dossier could not be judged then, or they are for those who examine and decide. Take the step of the signature, or the decision.',
  })
}

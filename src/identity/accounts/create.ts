import type { z } from 'zod'
import { record } from '../../audit/index.ts'
import { rootOf } from '../../bodies/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Conflict, Forbidden, Invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { issueLink } from '../links/issue-link.ts'
import { type Administrator, isWithin } from './administered.ts'
import type { createAccount } from './contract.ts'
import { insertAccount, isPerson } from './store.ts'

/** Makes an account in a root that the caller administers, with the link by which its holder sets a password. */
export async function create(
  transaction: Transaction,
  { who, actor }: Administrator,
  input: z.output<(typeof createAccount)['input']>,
) {
  if (!isWithin(who, input.rootId)) throw outside()
  if (input.rootId !== null && (await rootOf(transaction, input.rootId)) !== input.rootId) throw noRoot()
  if (input.personId !== null && !(await isPerson(transaction, input.personId))) throw noPerson()
  const account = { id: newId(), ...input }
  if (!(await insertAccount(transaction, account))) throw taken()
  await record(transaction, actor, {
    action: 'account.created',
    subject: { kind: 'account', id: account.id, name: account.login },
    rootId: input.rootId ?? undefined,
    after: { login: input.login, name: input.name, email: input.email, personId: input.personId },
    personal: ['email'],
  })
  return { id: account.id, link: await issueLink(transaction, actor, account) }
}

function outside(): Forbidden {
  return new Forbidden({
    vi: 'Bạn chỉ lập được tài khoản cho tỉnh, bộ mà bạn quản trị. Hãy chọn đúng nơi ấy, hoặc đề nghị quản trị toàn hệ thống.',
    en: 'You create accounts only in the province or ministry that you administer. Choose it, or ask an administrator of the whole installation.',
  })
}

function noRoot(): Invalid {
  const message = {
    vi: 'cần một cơ quan đứng đầu (tỉnh, bộ, cơ quan trung ương) có trong danh mục',
    en: 'expected a body at the top of its tree (a province, a ministry) that exists',
  }
  return new Invalid([{ path: 'rootId', message }])
}

/** There is no such person within reach. */
export function noPerson(): Invalid {
  const message = {
    vi: 'không có người này trong danh sách cán bộ mà bạn thấy được; hãy chọn lại hoặc bỏ trống',
    en: 'no such person in the register as you see it; choose again, or leave it empty',
  }
  return new Invalid([{ path: 'personId', message }])
}

/** The login has an account already, or the person of the register one in use. */
export function taken(): Conflict {
  return new Conflict({
    vi: 'Tên đăng nhập này, hoặc người này trong danh sách cán bộ, đã có tài khoản đang mở. Hãy tìm tài khoản ấy, hoặc chọn tên hay người khác.',
    en: 'This login, or this person of the register, has an account in use already. Look for it, or choose another login or person.',
  })
}

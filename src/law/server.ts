import { type Route, route } from '../http/route.ts'
import { Invalid, NotFound } from '../kernel/errors.ts'
import type { Case } from './cases.ts'
import { check } from './check.ts'
import { checkDossier, getCases, getLaw, getLawFile } from './contract.ts'
import { sourceOf } from './draft.ts'
import type { Law } from './law.ts'
import { readRequest } from './read.ts'

/** The doors of the law over HTTP. */
export function lawRoutes(law: Law, cases: Case[]): Route[] {
  return [
    route(getLaw, () => law.data),
    route(getLawFile, ({ input: { kind, id } }) => sourceOf(law, kind, id) ?? noSuchFile(id)),
    route(getCases, () => cases),
    route(checkDossier, ({ input, today }) => {
      const { request, faults } = readRequest(input)
      if (faults) throw new Invalid(faults)
      return check(law, request, today)
    }),
  ]
}

function noSuchFile(id: string): never {
  throw new NotFound({
    vi: `Không có tệp văn bản hay giá trị ấn định “${id}” đang dùng. Hãy chọn lại từ danh sách ở trang Văn bản.`,
    en: `No text or administered value in use has the id “${id}”. Choose one from the list on the page The law.`,
  })
}

import { type Route, route } from '../http/route.ts'
import { Invalid } from '../kernel/errors.ts'
import type { Case } from './cases.ts'
import { check } from './check.ts'
import { checkDossier, getCases, getLaw } from './contract.ts'
import type { Law } from './law.ts'
import { readRequest } from './read.ts'

/** The doors of the law over HTTP. */
export function lawRoutes(law: Law, cases: Case[]): Route[] {
  return [
    route(getLaw, () => law.data),
    route(getCases, () => cases),
    route(checkDossier, ({ input, today }) => {
      const { request, faults } = readRequest(input)
      if (faults) throw new Invalid(faults)
      return check(law, request, today)
    }),
  ]
}

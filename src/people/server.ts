import { type Route, route } from '../http/route.ts'
import { may, type Visitor } from '../http/who.ts'
import type { LawData } from '../law/index.ts'
import { change } from './change.ts'
import * as contract from './contract.ts'
import { create } from './create.ts'
import { get, reveal } from './get.ts'
import { confirmImport, listImports, previewImport, undoImport } from './import/contract.ts'
import { confirm, preview } from './import/run.ts'
import * as imports from './import/undo.ts'
import { declare, withdraw } from './kinship/declare.ts'
import { leaders } from './leaders.ts'
import { leave } from './leave.ts'
import { exportList, list } from './list.ts'
import * as passport from './passports/contract.ts'
import { handOver, register, step, transfer } from './passports/keep.ts'
import * as passports from './passports/list.ts'
import { pick } from './pick.ts'
import { end } from './posts/end.ts'
import { start } from './posts/start.ts'
import * as visa from './visas/contract.ts'
import { enter } from './visas/enter.ts'
import { takeOut } from './visas/take-out.ts'

/** The register of people over HTTP. */
export function peopleRoutes(law: LawData): Route[] {
  return [...lists(law), ...records(), ...passportRoutes(law), ...importRoutes()]
}

function lists(law: LawData): Route[] {
  return [
    route(contract.listPeople, ({ input, today, who, transaction }) =>
      transaction((open) => list(open, input, who.reach('people.read'), today)),
    ),
    route(contract.exportPeople, ({ input, today, who, transaction }) =>
      transaction((open) => exportList(open, input, who.reach('people.read'), today)),
    ),
    route(contract.pickPeople, ({ input, today, who, transaction }) =>
      transaction((open) => pick(open, input, who.reach('people.read'), today)),
    ),
    route(contract.leadersOfBody, ({ input, today, transaction }) =>
      transaction((open) => leaders(open, law, input, today)),
    ),
    route(contract.getPerson, ({ input, today, who, transaction }) =>
      transaction((open) => get(open, who, input, today)),
    ),
  ]
}

function records(): Route[] {
  return [
    route(contract.revealPerson, ({ input, today, actor, transaction }) =>
      transaction((open) => reveal(open, actor, input, today)),
    ),
    route(contract.createPerson, ({ input, today, actor, transaction }) =>
      transaction((open) => create(open, actor, input, today)),
    ),
    route(contract.changePerson, ({ input, today, actor, transaction }) =>
      transaction((open) => change(open, actor, input, today)),
    ),
    route(contract.leave, ({ input, today, actor, transaction }) =>
      transaction((open) => leave(open, actor, input, today)),
    ),
    route(contract.startPost, ({ input, today, actor, transaction }) =>
      transaction((open) => start(open, actor, input, today)),
    ),
    route(contract.endPost, ({ input, today, actor, transaction }) =>
      transaction((open) => end(open, actor, input, today)),
    ),
    route(contract.declareKinship, ({ input, today, actor, transaction }) =>
      transaction((open) => declare(open, actor, input, today)),
    ),
    route(contract.withdrawKinship, ({ input, today, actor, transaction }) =>
      transaction((open) => withdraw(open, actor, input, today)),
    ),
  ]
}

function passportRoutes(law: LawData): Route[] {
  return [
    route(passport.listPassports, ({ input, today, transaction }) =>
      transaction((open) => passports.list(open, input, today)),
    ),
    route(passport.exportPassports, ({ input, today, transaction }) =>
      transaction((open) => passports.exportList(open, input, today)),
    ),
    route(passport.getPassport, ({ input, today, transaction }) =>
      transaction((open) => passports.get(open, input, today)),
    ),
    route(passport.registerPassport, ({ input, today, actor, transaction }) =>
      transaction((open) => register(open, actor, input, today)),
    ),
    route(passport.handOver, ({ input, today, actor, transaction }) =>
      transaction((open) => handOver(open, actor, law, input, today)),
    ),
    route(passport.returnPassport, ({ input, today, actor, transaction }) =>
      transaction((open) => step(open, actor, 'returned', input, today)),
    ),
    route(passport.losePassport, ({ input, today, actor, transaction }) =>
      transaction((open) => step(open, actor, 'lost', input, today)),
    ),
    route(passport.cancelPassport, ({ input, today, actor, transaction }) =>
      transaction((open) => step(open, actor, 'cancelled', input, today)),
    ),
    route(passport.transferPassport, ({ input, today, actor, transaction }) =>
      transaction((open) => transfer(open, actor, input, today)),
    ),
    route(visa.enterVisa, ({ input, today, actor, transaction }) =>
      transaction((open) => enter(open, actor, input, today)),
    ),
    route(visa.takeVisaOut, ({ input, today, actor, transaction }) =>
      transaction((open) => takeOut(open, actor, input, today)),
    ),
  ]
}

function importRoutes(): Route[] {
  return [
    route(previewImport, ({ input, today, who, transaction }) =>
      transaction((open) => preview(open, input, passportsOf(who), today)),
    ),
    route(confirmImport, ({ input, today, who, actor, transaction }) =>
      transaction((open) => confirm(open, actor, input, passportsOf(who), today)),
    ),
    route(listImports, ({ transaction }) => transaction((open) => imports.list(open))),
    route(undoImport, ({ input, who, actor, transaction }) =>
      transaction((open) => imports.undo(open, actor, input, passportsOf(who))),
    ),
  ]
}

/** An import is not by the permission to keep passports, which it needs as well where it brings some. */
function passportsOf(who: Visitor) {
  return may(who, 'passports.write') ? who.reach('passports.write') : {}
}

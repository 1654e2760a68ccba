import type { FastifyInstance } from 'fastify'
import ICAL from 'ical.js'
import { afterAll, expect, it } from 'vitest'
import { testApp } from '../../../test/support/app.ts'
import { caseRequest, type DelegationPlayer, delegationWorld, enter, take } from '../../../test/support/delegations.ts'
import { recogniseAs } from '../../../test/support/visitor.ts'
import { loadLaw } from '../../law/index.ts'
import { noticeRoutes } from '../../notices/index.ts'
import { delegationAgenda } from './agenda.ts'

const { database, world } = delegationWorld()
const opened: FastifyInstance[] = []
afterAll(async () => {
  for (const app of opened) await app.close()
})

/** The calendar of somebody, as a calendar programme reads it. */
async function calendarOf(who: DelegationPlayer) {
  const routes = noticeRoutes({ publicUrl: 'https://doanra.example.vn' }, [delegationAgenda(loadLaw())])
  const app = await testApp(database, { routes, recognise: recogniseAs(world.people[who]) })
  opened.push(app)
  const made = await app.inject({ method: 'POST', url: '/api/own/calendar', payload: {} })
  const { body } = await app.inject(new URL(made.json().address).pathname)
  const events = new ICAL.Component(ICAL.parse(body)).getAllSubcomponents('vevent')
  return { body, events: events.map((event) => new ICAL.Event(event)) }
}

it('the calendar of examiners has the last day of what waits for them, by code alone, and that of another unit nothing', async () => {
  const { dossier } = await caseRequest('01-compliant')
  const id = await enter(world, dossier)
  const answers = [
    await take(world, 'officer', 'submit', id, { lateReason: 'thử' }),
    await take(world, 'head', 'sign', id),
  ]
  expect(answers.map(({ status, body }) => (status === 200 ? 200 : body))).toEqual([200, 200])
  const { body: seen } = await world.send('examiner', 'GET', `/api/delegations/${id}`)

  const { body, events } = await calendarOf('examiner')
  expect(events.map(({ uid, summary }) => [uid, summary])).toEqual([
    [`${id}-receive@doan-ra`, `${seen.code}: Hồ sơ chờ tiếp nhận`],
  ])
  expect(String(events[0]?.startDate)).toBe(seen.due)
  const said = body.replaceAll('\r\n ', '')
  expect(said).toContain(`URL:https://doanra.example.vn/doan-ra/${id}`)
  expect(said).not.toContain(seen.title)
  for (const member of seen.content.members) if (member.name) expect(said).not.toContain(member.name)
  expect((await calendarOf('otherOfficer')).events).toEqual([])
})

it('the days of a decided trip stand in the calendars of those who worked on it', async () => {
  const { dossier } = await caseRequest('01-compliant')
  const id = await enter(world, dossier)
  await take(world, 'officer', 'submit', id, { lateReason: 'thử' })
  await database.pool.query(
    `update delegation set state = 'approved', departs_on = current_date + 20, returns_on = current_date + 24 where id = $1`,
    [id],
  )
  const uids = async (who: DelegationPlayer) => (await calendarOf(who)).events.map(({ uid }) => uid)
  expect(await uids('officer')).toEqual(expect.arrayContaining([`${id}-departs@doan-ra`, `${id}-returns@doan-ra`]))
  expect(await uids('otherOfficer')).toEqual([])
})

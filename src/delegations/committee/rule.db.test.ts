import { expect, it } from 'vitest'
import {
  caseRequest,
  delegationWorld,
  enter,
  onDay,
  TODAY,
  take,
  toExamination,
} from '../../../test/support/delegations.ts'
import { lawWith, procedureFrom } from '../../../test/support/law.ts'
import { addPlayer } from '../../../test/support/plans.ts'

const NEW = '2026-04-13'
/** From this day on the procedure provides for no committee. */
const law = lawWith(procedureFrom(NEW, ({ committee, ...procedure }) => procedure))

const { database, world } = delegationWorld(law)

it('a committee votes by the rule under which it was convened, also on a dossier moved to a procedure without one', async () => {
  onDay(TODAY)
  const dossier = await enter(world, (await caseRequest('01-compliant')).dossier)
  await toExamination(world, dossier)
  const { authority, travellingAuthority } = world.people
  const keeper = await addPlayer(database, 'Thư ký', 'finance', world.culture, world.city, { roots: [world.city] })
  const convening = {
    ...{
      dossiers: [dossier],
      on: TODAY,
      at: '14:00',
      place: 'Phòng họp',
      outside: [{ name: 'Khách', organisation: 'Viện' }],
    },
    ...{ chair: authority.account?.id, secretary: keeper.account?.id, members: [travellingAuthority.account?.id] },
  }
  const { body: committee } = await world.send('examiner', 'POST', '/api/committees', convening)
  onDay(NEW)
  expect((await take(world, 'examiner', 'move-procedure', dossier, { reason: 'Theo quy trình mới' })).status).toBe(200)
  const { status, body } = await world.send('examiner', 'GET', `/api/committees/${committee.id}`)
  expect([status, body.dossiers[0]?.rule]).toEqual([
    200,
    { members: 3, quorum: { part: 2, of: 3 }, majority: { part: 1, of: 2 } },
  ])
  expect((await world.send('authority', 'POST', `/api/committees/${committee.id}/close`, {})).status).toBe(200)
})

import { useCallback, useEffect, useState } from 'react'
import type { z } from 'zod'
import type { Bilingual } from '../../../kernel/text.ts'
import { type Cell, createCell } from '../../../ui/cell.ts'
import { call } from '../../../ui/fetch.ts'
import type { TrialAnswer } from '../../answers.ts'
import { applyChanges, readAtKeys, writeAtKeys } from '../../content/changes.ts'
import { blankContent, type Content } from '../../content/content.ts'
import { type Fact, withFacts } from '../../content/facts.ts'
import { sameJson } from '../../content/json.ts'
import { tryDelegation } from '../../contract.ts'
import { linkedMembers } from '../../edit/projection.ts'
import type { Registered } from '../dossier/registered.ts'
import { type DossierSession, openSession } from '../dossier/session.ts'
import { openForm } from '../dossier/use-dossier.ts'

type Answer = z.infer<typeof TrialAnswer>

/** For whom a delegation is tried, and on which line of the plan it would rest. */
export interface Asked {
  bodyId: string
  planItemId: string | undefined
}

interface OpenTrial {
  session: DossierSession
  stated: Cell<ReadonlyMap<string, Registered>>
  refused: Cell<ReadonlyMap<string, Bilingual>>
  /** By the key of a member of the register, the trips that stand in plans alone. */
  planned: Cell<ReadonlyMap<string, number>>
  /** Whether the form shows what the registers know. */
  ready: boolean
  /** Why the registers could not be asked when the page, another body or another line was chosen. */
  failed: Error | undefined
  /** Asks the registers once more. */
  again: () => void
}

/**
 * A delegation that is tried in the form of dossiers: what is typed goes to the registers after a pause, as it would be saved, and
 * is kept nowhere. `personId`: somebody who is to travel from the first.
 */
export function useTrial({ bodyId, planItemId }: Asked, personId: string | undefined): OpenTrial {
  const [trial] = useState(() => openTrial(personId))
  const [ready, setReady] = useState(false)
  const [failed, setFailed] = useState<Error | undefined>(undefined)

  const again = useCallback(() => {
    setFailed(undefined)
    trial.ask({ bodyId, planItemId }).then(() => setReady(true), setFailed)
  }, [trial, bodyId, planItemId])
  useEffect(again, [again])

  const { session, stated, refused } = trial
  useEffect(() => (ready ? openForm(session, stated, refused) : undefined), [ready, session, stated, refused])
  return { ...trial, ready, failed, again }
}

/** A session of the form over the door that keeps nothing. */
function openTrial(personId: string | undefined) {
  const blank = blankWith(personId)
  const planned = createCell<ReadonlyMap<string, number>>(new Map())
  let held = blank
  let version = 1
  let asked: Asked | undefined
  const send = async (content: Content | undefined): Promise<Answer> => {
    const { bodyId = '', planItemId } = asked ?? {}
    const answer = await call(tryDelegation, {
      bodyId,
      ...(planItemId === undefined ? {} : { planItemId }),
      ...(content === undefined ? {} : { content }),
    })
    version += 1
    held = answer.content
    planned.set(new Map(answer.planned.map(({ member, trips }) => [member, trips])))
    return answer
  }
  const session = openSession({
    view: { version, content: blank, facts: [], mayWrite: true, changedAt: new Date().toISOString() },
    save: async (changes) => {
      const { content, facts } = await send(applyChanges(held, changes).content)
      return { version, content, facts, clashes: [] }
    },
  })
  return {
    session,
    stated: createCell<ReadonlyMap<string, Registered>>(new Map()),
    refused: createCell<ReadonlyMap<string, Bilingual>>(new Map()),
    planned,
    /** Asks for a body and a line of its plan; where nothing is typed yet, what the line says is taken up. */
    ask: async (next: Asked) => {
      await session.flush()
      asked = next
      const untouched = next.planItemId !== undefined && sameJson(held, blankContent(''))
      const { content, facts } = await send(untouched ? undefined : held)
      held = named(content, facts)
      session.absorb({ version, content: held, facts, mayWrite: true, changedAt: new Date().toISOString() })
    },
  }
}

function blankWith(personId: string | undefined): Content {
  const blank = blankContent('')
  return personId === undefined ? blank : { ...blank, members: [{ key: 'm1', personId, role: 'head' }] }
}

/** The content with the names of its members as the register has them: lists of dossiers look at what is typed alone. */
function named(content: Content, facts: readonly Fact[]): Content {
  const known = withFacts(content, facts)
  return linkedMembers(content)
    .map(({ key }) => `members/${key}/name`)
    .filter((at) => readAtKeys(content, at) === undefined)
    .reduce((current, at) => writeAtKeys(current, at, readAtKeys(known, at)), content)
}

import { useMemo } from 'react'
import { Chip } from '../../../../ui/chip.tsx'
import { Fields } from '../../../../ui/field.tsx'
import { More } from '../../../../ui/more.tsx'
import { useResult } from '../checked.ts'
import { classOf, type FindingClass, TONES } from '../classes.ts'
import { draft, useAt } from '../draft.ts'
import css from '../fields.module.css'
import { Choice, Count, DayField, DocFields, Text, YesNo } from '../fields.tsx'
import { type Json, readAt } from '../path.ts'
import { AddButton, Line, Rows, useLength } from '../rows.tsx'
import { useSurroundings } from '../surroundings.tsx'
import { useWords } from '../use-words.ts'

/** Who goes, and what the law asks about each. */
export function MembersSection() {
  const m = useWords()
  const { memberAdder } = useSurroundings()
  const fresh = () => newMember(m.whatif.personDefault)
  const adder = memberAdder ? (
    <>
      {memberAdder}
      <AddButton path="members" fresh={fresh} />
    </>
  ) : undefined
  return (
    <>
      <Rows path="members" fresh={fresh} adder={adder} hideLegend>
        {(index) => <MemberFields index={index} />}
      </Rows>
      <Rows path="leadership" fresh={newLeadership}>
        {(index) => (
          <Line columns="1fr 132px">
            <Text path={`leadership[${index}].unit`} />
            <Count path={`leadership[${index}].size`} />
          </Line>
        )}
      </Rows>
    </>
  )
}

function MemberFields({ index }: { index: number }) {
  const m = useWords()
  const trips = useLength(`members[${index}].tripsThisYear`)
  const tripsNote = trips === undefined ? m.whatif.unset : trips === 0 ? m.whatif.none : String(trips)
  return (
    <>
      <Line columns="1fr 1fr 132px 1.3fr">
        <Text path={`members[${index}].name`} />
        <Text path={`members[${index}].position`} />
        <Choice path={`members[${index}].role`} />
        <Text path={`members[${index}].task`} long />
      </Line>
      <div className={css.under}>
        <MemberChips index={index} />
        <Beside index={index} />
        <More summary={m.fields['members[].tripsThisYear']} note={tripsNote}>
          <Rows path={`members[${index}].tripsThisYear`} canBeNone fresh={() => ({})} hideLegend>
            {(trip) => (
              <Line columns="132px 132px 1fr auto">
                <DayField path={`members[${index}].tripsThisYear[${trip}].departure`} />
                <Choice path={`members[${index}].tripsThisYear[${trip}].status`} />
                <Text path={`members[${index}].tripsThisYear[${trip}].title`} />
                <YesNo path={`members[${index}].tripsThisYear[${trip}].official`} />
              </Line>
            )}
          </Rows>
        </More>
        <More summary={m.whatif.leadershipAndMore}>
          <div className={css.answers}>
            <YesNo path={`members[${index}].leader`} />
            <YesNo path={`members[${index}].keyLeader`} />
            <YesNo path={`members[${index}].collective`} />
          </div>
          <div className={css.block}>
            <Fields>
              <Choice path={`members[${index}].managedBy`} />
              <DocFields path={`members[${index}].personnelApproval`} />
              <Text path={`members[${index}].unit`} />
              <Text path={`members[${index}].rank`} />
              <DayField path={`members[${index}].retiresOn`} />
              <Text path={`members[${index}].relatedTo`} />
              <Text path={`members[${index}].id`} size="small" />
            </Fields>
          </div>
        </More>
      </div>
    </>
  )
}

/** What registers remark of this member: that is no finding. */
function Beside({ index }: { index: number }) {
  const member = useAt(`members[${index}]`)
  return useSurroundings().beside?.(member)
}

/** What the law says of this member, counted by gravity; and that no register knows them. */
function MemberChips({ index }: { index: number }) {
  const m = useWords()
  const member = useAt(`members[${index}]`)
  const { outsider } = useSurroundings()
  const result = useResult()
  const counts = useMemo(() => {
    const subject = readAt(member, 'id') ?? readAt(member, 'name')
    const found = new Map<FindingClass, Set<string>>()
    for (const finding of result?.findings ?? []) {
      if (finding.subject === undefined || finding.subject !== subject || finding.outcome === 'pass') continue
      const kind = classOf(finding)
      found.set(kind, (found.get(kind) ?? new Set()).add(finding.rule))
    }
    return [...found].map(([kind, rules]) => [kind, rules.size] as const)
  }, [member, result])
  const unknown = outsider !== undefined && readAt(member, 'personId') === undefined
  if (counts.length === 0 && !unknown) return null
  return (
    <p className={css.chips}>
      {unknown ? <Chip>{outsider}</Chip> : null}
      {counts.map(([kind, count]) => (
        <Chip key={kind} tone={TONES[kind]}>
          {m.counts[kind](count)}
        </Chip>
      ))}
    </p>
  )
}

/** A person to be named: the first leads the delegation until another is chosen. */
function newMember(name: (n: number) => string): Json {
  const members = readAt(draft.get().dossier, 'members')
  const list = Array.isArray(members) ? members : []
  const names = new Set(list.map((member) => readAt(member, 'name')))
  let number = list.length + 1
  while (names.has(name(number))) number += 1
  return { name: name(number), role: list.length === 0 ? 'head' : 'member' }
}

/** The first size asked for is that of the sending unit. */
function newLeadership(): Json {
  const { dossier } = draft.get()
  const unit = readAt(dossier, 'sender.unit')
  const others = readAt(dossier, 'leadership')
  return typeof unit === 'string' && !(Array.isArray(others) && others.length > 0) ? { unit } : {}
}

import type { ComponentType } from 'react'
import { Section } from '../../../../ui/section.tsx'
import { sectionId } from '../focus.ts'
import { SECTIONS, type SectionName, SHORT_SECTIONS } from '../sections.ts'
import { useSurroundings } from '../surroundings.tsx'
import { TripNote } from '../trip-note.tsx'
import { useWords } from '../use-words.ts'
import { AfterSection } from './after.tsx'
import { ExceptionsSection } from './exceptions.tsx'
import { HostsSection } from './hosts.tsx'
import { MembersSection } from './members.tsx'
import { MoneySection } from './money.tsx'
import { OverlapsSection } from './overlaps.tsx'
import { PapersSection } from './papers.tsx'
import { ProgrammeSection } from './programme.tsx'
import { PurposeSection } from './purpose.tsx'
import { SenderSection } from './sender.tsx'
import { TripSection } from './trip.tsx'

const BODIES: Record<SectionName, ComponentType> = {
  sender: SenderSection,
  purpose: PurposeSection,
  hosts: HostsSection,
  trip: TripSection,
  programme: ProgrammeSection,
  members: MembersSection,
  money: MoneySection,
  papers: PapersSection,
  overlaps: OverlapsSection,
  exceptions: ExceptionsSection,
  after: AfterSection,
}

/** The dossier, section by section: in the whole form every field of the contract has its place. */
export function DossierForm() {
  const m = useWords()
  const { short } = useSurroundings()
  return (short ? SHORT_SECTIONS : SECTIONS).map((name) => {
    const Body = BODIES[name]
    return (
      <Section key={name} id={sectionId(name)} title={m.sections[name]} note={name === 'trip' ? <TripNote /> : null}>
        <Body />
      </Section>
    )
  })
}

import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Section } from '../../../ui/section.tsx'
import { DraftSection } from './draft-section.tsx'
import { TrialSection } from './trial-section.tsx'
import css from './try-law.module.css'
import { useDraft } from './use-draft.ts'
import { useTrial } from './use-trial.ts'
import { useTryWords } from './use-try-words.ts'

/** A data file of the law is changed here and tried on the dossiers on file, before anybody publishes it. */
export default function TryLawPage() {
  const m = useTryWords()
  const draft = useDraft()
  const running = useTrial()
  return (
    <>
      <PageHead title={m.title} breadcrumbs={<Breadcrumbs pages={[{ to: '/van-ban', word: m.law }]} />} sub={m.sub} />
      <DraftSection draft={draft} failed={running.failed} />
      <TrialSection text={draft.text} running={running} />
      <Section id="cong-bo" title={m.publish}>
        <p className={css.words}>{m.publishHow}</p>
        <p className={css.words}>{m.publishNew}</p>
      </Section>
    </>
  )
}

import { useState } from 'react'
import { useResult } from '../../../../law/pages/whatif/checked.ts'
import { fieldName } from '../../../../law/pages/whatif/words.ts'
import type { Finding } from '../../../../law/result.ts'
import { ruleTitle } from '../../../../law/rules/index.ts'
import { Button } from '../../../../ui/button.tsx'
import { FormField } from '../../../../ui/form.tsx'
import { TextInput } from '../../../../ui/inputs.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import { useAnswer } from '../../../../ui/list.tsx'
import { Failure, Notice } from '../../../../ui/notice.tsx'
import type { DelegationView } from '../../../answers.ts'
import { checkDelegation } from '../../../contract.ts'
import { beforeDecision, isNotKnown } from '../../../steps/before-decision.ts'
import { type Cuts, cutsAnything } from '../../../steps/cuts.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'
import { Contested } from '../contested.tsx'
import css from '../dossier.module.css'
import { useCite } from '../use-cite.ts'
import { FundsLeft, useFundsLeft } from './funds-left.tsx'
import { type Terms, termsSaid, WaiverTerms } from './waiver-terms.tsx'

/** What the law of today says to an approval, with what it cuts: what bars it, what it must waive by name, what it must accept. */
export function useApproval({ id }: DelegationView, cuts: Cuts | undefined, enabled: boolean) {
  const { steps: m } = useDelegationWords()
  const { data, loading, failed, retry } = useAnswer(
    checkDelegation,
    { id, deciding: 'yes', ...cutsAsked(cuts) },
    { enabled },
  )
  const [grounds, setGrounds] = useState<Readonly<Record<string, string>>>({})
  const [terms, setTerms] = useState<Readonly<Record<string, Terms>>>({})
  const [accepts, setAccepts] = useState('')
  const { prohibited, unstated, waivable, lacking } = beforeDecision(data?.result?.findings ?? [], data?.standing)
  const left = useFundsLeft(data?.funds ?? [])
  const judged = data !== undefined && data.result !== null
  return {
    faults: data?.faults ?? [],
    judged,
    waiting: data === undefined && failed === undefined,
    failed,
    retry,
    prohibited,
    unstated,
    waivable,
    lacking,
    left,
    grounds,
    setGrounds,
    terms,
    setTerms,
    accepts,
    setAccepts,
    /** Why it cannot be approved; `undefined` where it can, or where that is not asked. */
    obstacle: !enabled
      ? undefined
      : data === undefined
        ? loading || failed === undefined
          ? m.checking
          : m.unjudgedShort
        : !judged
          ? m.unjudgedShort
          : prohibited.length > 0
            ? m.prohibitedShort
            : unstated.length > 0
              ? m.unstatedShort
              : undefined,
    said: () => ({
      waivers: waivable.map((finding) => ({
        rule: finding.rule,
        norm: finding.norm,
        ...(finding.subject === undefined ? {} : { subject: finding.subject }),
        grounds: grounds[toldOf(finding)] ?? '',
        ...termsSaid(terms[toldOf(finding)]),
      })),
      accepts,
      funds: left.said(),
    }),
  }
}

/** Cuts as the check takes them. */
function cutsAsked(cuts: Cuts | undefined): { cuts?: string } {
  return cuts !== undefined && cutsAnything(cuts) ? { cuts: JSON.stringify(cuts) } : {}
}

/** What the law says to the delegation as it would be after the cuts that an examiner is about to propose. */
export function EffectOfCuts({ view, cuts }: { view: DelegationView; cuts: Cuts }) {
  const { steps: m } = useDelegationWords()
  const approval = useApproval(view, cuts, cutsAnything(cuts))
  if (!cutsAnything(cuts)) return null
  if (approval.failed) return <Failure error={approval.failed} retry={approval.retry} />
  if (approval.waiting || !approval.judged) return <p role="status">{m.checking}</p>
  const { prohibited, unstated, waivable } = approval
  if (prohibited.length + unstated.length + waivable.length === 0) return <Notice tone="green" title={m.cutsHeal} />
  if (prohibited.length === 0 && unstated.length > 0) return <Unstated findings={unstated} next={m.unstatedAsk} />
  const barred = prohibited.length > 0
  return (
    <Notice
      tone={barred ? 'red' : 'amber'}
      title={barred ? m.cutsForbidden(sentencesOf(prohibited).size) : m.cutsLeave(sentencesOf(waivable).size)}
    >
      <Findings findings={barred ? prohibited : waivable} />
    </Notice>
  )
}

type Approval = ReturnType<typeof useApproval>

interface ApprovingProps {
  approval: Approval
  view: DelegationView
  /** The dialog is left for a field of the dossier. */
  onLeave: () => void
}

/** What whoever approves reads and states first. */
export function Approving({ approval, view, onLeave }: ApprovingProps) {
  const { steps: m } = useDelegationWords()
  const { t } = useLanguage()
  const { faults, judged, waiting, failed, retry, prohibited, unstated, waivable, lacking } = approval
  if (failed) return <Failure error={failed} retry={retry} />
  if (waiting) return <p role="status">{m.checking}</p>
  if (!judged) {
    return (
      <Notice tone="blue" title={m.unjudged}>
        <ul>
          {faults.map(({ path, message }) => (
            <li key={`${path} ${message.vi}`}>
              {path}: {t(message)}
            </li>
          ))}
        </ul>
      </Notice>
    )
  }
  const barred = prohibited.length + unstated.length > 0
  return (
    <>
      <Contested view={view} onLeave={onLeave} />
      {prohibited.length > 0 ? (
        <Notice tone="red" role="alert" title={m.prohibited(sentencesOf(prohibited).size)}>
          <Findings findings={prohibited} />
          <p>{m.prohibitedNext}</p>
        </Notice>
      ) : null}
      {unstated.length > 0 ? <Unstated findings={unstated} next={m.unstatedNext} /> : null}
      {waivable.length > 0 && !barred ? <Waivers approval={approval} /> : null}
      {lacking.length > 0 && !barred ? <Lacking approval={approval} /> : null}
      {barred ? null : <FundsLeft left={approval.left} />}
      {!barred && waivable.length + lacking.length === 0 ? <p>{m.inOrder}</p> : null}
    </>
  )
}

/** Each norm that the decision waives, with the grounds for it, its reason and last day; norms that say the same of the same have the same grounds. */
function Waivers({ approval: { waivable, grounds, setGrounds, terms, setTerms } }: { approval: Approval }) {
  const cite = useCite()
  const { steps: m } = useDelegationWords()
  const { t } = useLanguage()
  const told = [...new Set(waivable.map(toldOf))].map((told) => waivable.filter((one) => toldOf(one) === told))
  const first = grounds[toldOf(waivable[0])] ?? ''
  return (
    <fieldset className={css.waivers}>
      <legend>{m.waivers(told.length)}</legend>
      <p className="mute small">{m.waiversWhat}</p>
      {told.map((same) => {
        const [finding] = same
        if (finding === undefined) return null
        const about = finding.subject === undefined ? '' : `, ${finding.subject}`
        return (
          <div key={toldOf(finding)} className={css.waiver}>
            <p>
              <b>{t(ruleTitle(finding.rule))}</b>{' '}
              <span className="mute small">({same.map(({ norm }) => cite(norm)).join('; ')})</span>
            </p>
            <p>{t(finding.message)}</p>
            {isNotKnown(finding) ? (
              <p className="small">
                <Needed findings={[finding]} />
              </p>
            ) : null}
            <FormField
              name={`waivers[${waivable.indexOf(finding)}].grounds`}
              label={`${m.grounds} – ${t(ruleTitle(finding.rule))}${about}`}
              size="wide"
            >
              {(control) => (
                <TextInput
                  {...control}
                  long
                  value={grounds[toldOf(finding)]}
                  onChange={(text) => setGrounds({ ...grounds, [toldOf(finding)]: text })}
                />
              )}
            </FormField>
            <WaiverTerms
              at={`waivers[${waivable.indexOf(finding)}]`}
              about={`${t(ruleTitle(finding.rule))}${about}`}
              terms={terms[toldOf(finding)]}
              onChange={(one) => setTerms({ ...terms, [toldOf(finding)]: one })}
            />
          </div>
        )
      })}
      {told.length > 1 && first.trim() !== '' ? (
        <Button
          onClick={() => {
            setGrounds(Object.fromEntries(waivable.map((one) => [toldOf(one), first])))
            setTerms(Object.fromEntries(waivable.map((one) => [toldOf(one), terms[toldOf(waivable[0])] ?? {}])))
          }}
        >
          {m.sameGrounds}
        </Button>
      ) : null}
    </fieldset>
  )
}

/** What of the dossier as it stands would bar its approval because it is not stated; it may be sent on all the same. */
export function LeftOpen() {
  const { steps: m } = useDelegationWords()
  const { unstated } = beforeDecision(useResult()?.findings ?? [])
  return unstated.length === 0 ? null : <Unstated findings={unstated} next={m.unstatedSent} tone="amber" />
}

interface UnstatedProps {
  findings: readonly Finding[]
  next: string
  tone?: 'red' | 'amber'
}

/** What has to be stated before anybody can approve: what is prohibited is kept or broken, not left open. */
function Unstated({ findings, next, tone = 'red' }: UnstatedProps) {
  const { steps: m } = useDelegationWords()
  return (
    <Notice tone={tone} role="alert" title={m.unstated(sentencesOf(findings).size)}>
      <Findings findings={findings} />
      <p>
        <Needed findings={findings} />
      </p>
      <p>{next}</p>
    </Notice>
  )
}

/** The facts that findings need, each once, as the dossier calls them. */
function Needed({ findings }: { findings: readonly Finding[] }) {
  const { steps: m } = useDelegationWords()
  const { language } = useLanguage()
  const needs = findings.flatMap(({ needs = [] }) => needs)
  // A cut moves the places of members and stays: fields by their names, whose they are the findings say.
  const names = new Set(needs.map((path) => fieldName(path, language)))
  return (
    <>
      {m.toState}: <b>{[...names].join('; ')}</b>.
    </>
  )
}

/** What is missing or unknown, and why it is approved all the same. */
function Lacking({ approval: { lacking, accepts, setAccepts } }: { approval: Approval }) {
  const { steps: m } = useDelegationWords()
  return (
    <fieldset className={css.waivers}>
      <legend>{m.lacking(sentencesOf(lacking).size)}</legend>
      <Findings findings={lacking} />
      <FormField name="accepts" label={m.accepts} size="wide">
        {(control) => <TextInput {...control} long value={accepts} onChange={setAccepts} />}
      </FormField>
    </fieldset>
  )
}

/** What the law finds, each sentence once, with every norm that says so. */
function Findings({ findings }: { findings: readonly Finding[] }) {
  const { t } = useLanguage()
  const cite = useCite()
  return (
    <ul className={css.findings}>
      {[...sentencesOf(findings)].map(([sentence, { message, norms }]) => (
        <li key={sentence}>
          {t(message)} <span className="mute">({norms.map(cite).join('; ')})</span>
        </li>
      ))}
    </ul>
  )
}

/** What the law says to a dossier, and which norms say it. */
interface Sentence {
  message: Finding['message']
  norms: readonly string[]
}

/** What findings say: each sentence once, with the norms that say it. Counted by sentences, as whoever reads counts them. */
function sentencesOf(findings: readonly Finding[]): Map<string, Sentence> {
  const sentences = new Map<string, Sentence>()
  for (const { message, norm } of findings) {
    const norms = sentences.get(message.vi)?.norms ?? []
    sentences.set(message.vi, { message, norms: [...norms, norm] })
  }
  return sentences
}

/** What a finding says, whichever norm says so. */
function toldOf(finding: Finding | undefined): string {
  return `${finding?.rule} ${finding?.subject} ${finding?.message.vi}`
}

import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDay } from '../../../kernel/day.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Section } from '../../../ui/section.tsx'
import type { CommitteeDossier, CommitteeMember, CommitteeView } from '../../committee/contract.ts'
import { VOTES } from '../../committee/votes.ts'
import css from '../dossier/dossier.module.css'
import { OUTCOME_TONES, useCommitteeWords } from './use-committee-words.ts'
import { VoteDialog } from './vote-dialog.tsx'

/** A dossier before a committee: who has no vote on it and why, who has voted, and what it has come to. */
export function LaidBefore({ view, dossier }: { view: CommitteeView; dossier: CommitteeDossier }) {
  const m = useCommitteeWords()
  const { id, code, title, sender, barred, votes, seats, took, counts, outcome, rule } = dossier
  return (
    <Section
      id={`dossier-${id}`}
      title={`${code} – ${title}`}
      note={outcome === null ? m.votes(took, seats) : <Chip tone={OUTCOME_TONES[outcome]}>{m.outcomes[outcome]}</Chip>}
    >
      <p>
        {sender} ·{' '}
        <Link to="/doan-ra/$id" params={{ id }}>
          {code}
        </Link>
      </p>
      {counts === null ? null : (
        <p>
          {m.votes(took, seats)}.{' '}
          {m.counts(VOTES.map((vote) => `${m.answers[vote].toLocaleLowerCase('vi')} ${counts[vote] ?? 0}`).join(', '))}.
        </p>
      )}
      <p className="small mute">{m.rule(rule.quorum, rule.majority)}</p>
      {barred.length === 0 ? null : (
        <>
          <h3 className={css.part}>{m.barred}</h3>
          <ul>
            {barred.map(({ member, name, why, declared, note }) => (
              <li key={member}>
                <b>{name}</b>: {m.whys[why]}
                {declared ? ` (${m.byThemselves})` : ''}
                {note === '' ? '' : ` – ${note}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {votes.length === 0 ? null : (
        <ul className={css.notes}>
          {votes.map(({ member, name, organisation, answer, note, paper }) => (
            <li key={member}>
              <div className={css.noteText}>
                <p>
                  <b>{name}</b>
                  {organisation === '' ? '' : `, ${organisation}`}:{' '}
                  {answer === null ? m.secret : <Chip>{m.answers[answer]}</Chip>}
                  {paper === null ? null : (
                    <span className="small mute"> {m.byPaper(paper.number, formatDay(paper.on))}</span>
                  )}
                </p>
                {note === '' ? null : <p>{note}</p>}
              </div>
            </li>
          ))}
        </ul>
      )}
      {view.state === 'convened' ? <Voting view={view} dossier={dossier} /> : null}
    </Section>
  )
}

/** What the reader may vote, or enter for those from outside. */
function Voting({ view, dossier }: { view: CommitteeView; dossier: CommitteeDossier }) {
  const m = useCommitteeWords()
  const [voting, setVoting] = useState(false)
  const isFree = ({ id }: CommitteeMember) => !dossier.barred.some(({ member }) => member === id)
  const mine = view.members.filter((one) => one.mine && one.part !== 'secretary')
  const outside = view.mine === 'secretary' ? view.members.filter((one) => one.outside) : []
  const voters = [...mine, ...outside].filter(isFree)
  const voted = mine.some(({ id }) => dossier.votes.some(({ member }) => member === id))
  const ready = voters.filter(({ declaredAt }) => declaredAt !== null)
  return (
    <>
      <p className="small mute">{m.hidden}</p>
      {voters.length === 0 || !dossier.standing ? null : (
        <Button
          primary={!voted}
          disabledBecause={ready.length === 0 ? m.declareFirst : undefined}
          onClick={() => setVoting(true)}
        >
          {outside.length > 0 ? m.voteFor : voted ? m.voteAgain : m.vote}
          <span className="visually-hidden">: {dossier.code}</span>
        </Button>
      )}
      {voting ? <VoteDialog id={view.id} dossier={dossier} voters={ready} onClose={() => setVoting(false)} /> : null}
    </>
  )
}

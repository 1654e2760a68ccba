import { Link, useParams } from '@tanstack/react-router'
import { formatDay } from '../../kernel/day.ts'
import { useToday } from '../../law/pages/texts/use-texts.ts'
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Toolbar } from '../../ui/filters.tsx'
import { useAnswer } from '../../ui/list.tsx'
import { Failure, Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Section } from '../../ui/section.tsx'
import { useSession } from '../../ui/session.tsx'
import { getBody } from '../contract.ts'
import { AsOfDay } from './as-of-day.tsx'
import css from './bodies.module.css'
import { Countries, ReportsTo } from './body/assigned.tsx'
import { BodyHistory } from './body/body-history.tsx'
import { Facts } from './body/facts.tsx'
import { lastDayOf, nearest } from './body/life.ts'
import { Succession } from './body/succession.tsx'
import { Under } from './body/under.tsx'
import type { WholeBody } from './body/whole-body.ts'
import { Changes } from './change/changes.tsx'
import { keepDay, useAsOf, useWords } from './use-words.ts'

/** The page of one body: how it stands on a day, its history and succession, what is under it, and its changes. */
export default function BodyPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { day } = useAsOf()
  const { data, failed, retry } = useAnswer(getBody, { id, day })
  if (failed) return <Failure error={failed} retry={retry} />
  if (data?.id !== id) return null
  return <Whole key={id} body={data} />
}

function Whole({ body }: { body: WholeBody }) {
  const { body: m } = useWords()
  const shown = nearest(body.history, body.day)
  if (shown === undefined) return null
  return (
    <>
      <Head body={body} name={shown.name} />
      {body.current === null ? <NotThen body={body} /> : null}
      <Toolbar>
        <AsOfDay label={m.day} />
      </Toolbar>
      {body.mayChange ? <Changes body={body} /> : null}
      <div className={css.columns}>
        <div>
          <Section id="facts" title={m.facts} note={body.current ? m.asOf(formatDay(body.day)) : undefined}>
            <Facts body={body} version={shown} />
          </Section>
          <Section id="succession" title={m.succession}>
            <Succession body={body} />
          </Section>
          <Section id="under" title={m.under} note={m.count(body.under.length)}>
            <Under body={body} />
          </Section>
        </div>
        <div>
          <Section id="history" title={m.history}>
            <BodyHistory body={body} />
          </Section>
          {shown.isMission ? <Countries body={body} /> : null}
          {body.id === body.rootId ? <ReportsTo body={body} /> : null}
        </div>
      </div>
    </>
  )
}

function Head({ body, name }: { body: WholeBody; name: string }) {
  const { body: m, list } = useWords()
  const { may } = useSession()
  const first = body.history[0]
  const last = lastDayOf(body.history)
  const began = first !== undefined && first.from <= body.day
  return (
    <PageHead
      title={name}
      breadcrumbs={<Breadcrumbs pages={[{ to: '/co-quan', word: list.title }]} />}
      chip={
        last !== undefined && last < body.day ? (
          <Chip tone="amber">{m.endedChip(formatDay(last))}</Chip>
        ) : began ? undefined : (
          <Chip tone="blue">{m.notYetChip(formatDay(first?.from ?? ''))}</Chip>
        )
      }
      sub={<Way body={body} />}
      actions={
        <>
          {may('audit.read') ? (
            <ButtonLink to="/nhat-ky" search={{ kind: 'body', subject: body.id }}>
              {m.trail}
            </ButtonLink>
          ) : null}
          {may('people.read') ? (
            <ButtonLink to="/can-bo" search={{ 'co-quan': body.id }}>
              {m.leaders}
            </ButtonLink>
          ) : null}
        </>
      }
    />
  )
}

/** The code, and the bodies above on the day. */
function Way({ body: { code, above } }: { body: WholeBody }) {
  const { keep } = useAsOf()
  return (
    <span className={css.way}>
      <span className="num">{code}</span>
      {above.map(({ id, name }, index) => (
        <span key={id}>
          {index === 0 ? '·' : '›'}{' '}
          <Link to={`/co-quan/${id}`} search={keep}>
            {name}
          </Link>
        </span>
      ))}
    </span>
  )
}

/** Says that the body did not exist on the day, and leads to those that followed it. */
function NotThen({ body: { id, day, history, successions } }: { body: WholeBody }) {
  const { body: m } = useWords()
  const today = useToday()
  const first = history[0]
  const last = lastDayOf(history)
  const heirs = successions.filter((step) => step.fromId === id && step.on <= day)
  const title =
    first && day < first.from
      ? m.notYet(formatDay(day), formatDay(first.from))
      : last !== undefined && last < day
        ? m.ended(formatDay(day), formatDay(last))
        : m.notThen(formatDay(day))
  return (
    <Notice tone="amber" title={title}>
      {last !== undefined && last < day ? <p>{m.endedNext}</p> : null}
      {heirs.length === 0 ? null : (
        <p>
          {m.successors}{' '}
          {heirs.map(({ toId, toName, on }, index) => (
            <span key={toId}>
              {index === 0 ? '' : ', '}
              <Link to={`/co-quan/${toId}`} search={keepDay(on, today)}>
                {toName}
              </Link>
            </span>
          ))}
        </p>
      )}
    </Notice>
  )
}

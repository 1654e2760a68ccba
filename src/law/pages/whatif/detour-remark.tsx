import { type Day, formatDay } from '../../../kernel/day.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { writtenNumber } from '../../../ui/typed.ts'
import { countryName } from '../../codes/countries.ts'
import { detourOf, detourThreshold, type Route } from '../../detour.ts'
import { useToday } from '../texts/use-texts.ts'
import { calendarOf, countriesInOrder } from './calendar.ts'
import { type Json, readAt } from './path.ts'
import css from './timeline.module.css'
import { useLaw } from './use-law.ts'
import { useWords } from './use-words.ts'

/** Remarks, for whoever writes and whoever examines, that the order of the countries makes a detour; nothing where it makes none. */
export function DetourRemark({ dossier, asOf }: { dossier: Json; asOf?: Day | undefined }) {
  const { detour: m } = useWords().whatif.timeline
  const today = useToday()
  const { law } = useLaw()
  const calendar = calendarOf(dossier)
  const jurisdiction = readAt(dossier, 'sender.jurisdiction')
  const used =
    law && detourThreshold(law.data.administered, asOf ?? today, typeof jurisdiction === 'string' ? jurisdiction : 'VN')
  const detour = calendar && used && detourOf(countriesInOrder(calendar), used.threshold)
  if (!detour) return null
  const { taken, shortest } = detour
  const more = taken.km - shortest.km
  const percent = writtenNumber(Math.round((100 * more) / shortest.km))
  return (
    <div className={css.detour}>
      <Notice tone="blue" role="status" title={m.title(about(more), percent)}>
        <dl>
          <dt>{m.taken}</dt>
          <dd>
            <RouteWords route={taken} />
          </dd>
          <dt>{m.shortest}</dt>
          <dd>
            <RouteWords route={shortest} />
          </dd>
        </dl>
        <p>{m.next}</p>
        <p className="mute small">
          {m.counted(
            writtenNumber(used.threshold.percent),
            writtenNumber(used.threshold.km),
            used.set.setBy,
            formatDay(used.set.setOn),
          )}
        </p>
      </Notice>
    </div>
  )
}

/** "Việt Nam → Nhật Bản (3.700 km) → Việt Nam (3.700 km): khoảng 7.300 km". */
function RouteWords({ route: { legs, km } }: { route: Route }) {
  const { detour: m } = useWords().whatif.timeline
  const { language } = useLanguage()
  const start = legs[0] === undefined ? [] : [countryName(legs[0].from, language)]
  const words = [...start, ...legs.map((leg) => m.leg(countryName(leg.to, language), about(leg.km)))]
  return m.route(words.join(' '), about(km))
}

/** Capitals stand for wide countries: a length is told to the hundred kilometres. */
function about(km: number): string {
  return writtenNumber(Math.round(km / 100) * 100)
}

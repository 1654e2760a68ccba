import { formatDay } from '../../../kernel/day.ts'
import { jurisdictionName } from '../../../law/codes/jurisdictions.ts'
import { KeyValue } from '../../../ui/key-value.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { BLOC_NAMES, LEVEL_NAMES, LOCALITY_NAMES } from '../../names.ts'
import { useWords } from '../use-words.ts'
import type { WholeBody } from './whole-body.ts'

/** What the body is in one of its periods. */
export function Facts({ body, version }: { body: WholeBody; version: WholeBody['history'][number] }) {
  const { fields: m, body: words, list } = useWords()
  const { t } = useLanguage()
  const { bloc, locality, jurisdiction } = version
  return (
    <KeyValue
      rows={[
        [m.name, version.name],
        ...(version.shortName === null ? [] : [[m.shortName, version.shortName] as const]),
        [m.code, <span key="code">{body.code}</span>],
        [m.parentId, version.parentName ?? words.top],
        [m.level, t(LEVEL_NAMES[version.level])],
        [m.bloc, bloc && t(BLOC_NAMES[bloc])],
        ...(locality === null ? [] : [[m.locality, t(LOCALITY_NAMES[locality])] as const]),
        [m.jurisdiction, jurisdiction === 'VN' ? m.centre : jurisdictionName(jurisdiction)],
        [m.officialOrder, version.officialOrder],
        ...(version.isMission ? [[list.kind, list.mission] as const] : []),
        [list.since, `${formatDay(version.from)}${version.to === null ? '' : ` – ${formatDay(version.to)}`}`],
      ]}
    />
  )
}

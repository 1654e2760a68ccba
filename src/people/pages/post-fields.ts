import { MANAGING_LEVELS } from '../../law/dossier.ts'
import { useLanguage } from '../../ui/language.tsx'
import { MANAGED_BY } from '../names.ts'
import { type Answers, type Asked, textOrNull } from './ask.tsx'
import { useBodies, useToday, useWords } from './use-words.ts'

/** What is asked of a post, and what the answers say. */
export function usePostFields({ main }: { main: boolean }) {
  const m = useWords()
  const { t } = useLanguage()
  const today = useToday()
  const bodies = useBodies()
  const yes = [['yes', m.yes]] as const
  const fields: Asked[] = [
    { name: 'bodyId', label: m.body, kind: 'search', options: bodies, size: 'wide' },
    { name: 'title', label: m.title, kind: 'text' },
    { name: 'from', label: m.from, kind: 'day', first: today },
    {
      name: 'managedBy',
      label: m.managedBy,
      kind: 'choice',
      options: MANAGING_LEVELS.map((one) => [one, t(MANAGED_BY[one])] as const),
    },
    ...(main
      ? [{ name: 'main', label: m.isMain, kind: 'choice', options: yes, unset: m.no, first: 'yes' } as const]
      : []),
    { name: 'leader', label: m.isLeader, kind: 'choice', options: yes, unset: m.no },
    { name: 'collective', label: m.isCollective, kind: 'choice', options: yes, unset: m.no },
    { name: 'document', label: m.document, kind: 'text' },
  ]
  const postOf = (answers: Answers) => ({
    bodyId: answers.bodyId ?? '',
    title: answers.title ?? '',
    from: answers.from ?? '',
    managedBy: MANAGING_LEVELS.find((one) => one === answers.managedBy) ?? null,
    main: answers.main === 'yes',
    leader: answers.leader === 'yes',
    collective: answers.collective === 'yes',
    document: textOrNull(answers.document),
  })
  return { fields, postOf }
}

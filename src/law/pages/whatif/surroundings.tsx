import { createContext, type ReactNode, use } from 'react'
import type { Bilingual } from '../../../kernel/text.ts'
import { createCell, useCell, type Watched } from '../../../ui/cell.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { useAt } from './draft.ts'
import type { Json } from './path.ts'

/** What a register says of a field, and why somebody says that it is wrong. */
export interface Stated {
  value: Json
  source: Bilingual
  /** Absent: the register's value counts, and nothing can be typed. */
  contest: string | undefined
  /** It is not the unit's to say: nobody can contest it. */
  final?: boolean
}

/** What stands around the form: registers that know some of it, and whether it can be written. */
export interface Surroundings {
  readOnly: boolean
  /** Whether the form asks for no more than a first look needs: what for, where and when, who, with what money. */
  short: boolean
  /** Whether what examiners judge is theirs to say, and not to be typed here. */
  othersJudge: boolean
  /** What registers say, by the path of the field. */
  stated: Watched<ReadonlyMap<string, Stated>>
  /** Why what was typed in a field could not be saved, by its path. */
  refused: Watched<ReadonlyMap<string, Bilingual>>
  /** Asks why the register's value of a field is wrong. */
  contest: (path: string) => void
  /** Takes the register's value of a field again. */
  accept: (path: string) => void
  /** Another way to add a member. */
  memberAdder: ReactNode
  /** What registers remark of a member, shown beside it. */
  beside: ((member: Json) => ReactNode) | undefined
  /** How a member is called whom no register knows; absent where there is no register. */
  outsider: string | undefined
  /** Why another day than today is judged by. */
  asOfNote: string | undefined
  /** What was weighed before anybody is sent: asked for beneath the purpose. */
  weighed: ReactNode
  /** What the outline of a study trip answers: asked for beneath the papers. */
  outline: ReactNode
  /** The line of the plan on which the trip rests, with the way to choose it. */
  planLine: ReactNode
  /** What the printed paper is: which dossier, as of when, by whom. Absent: a trial, which says so. */
  paper: ReactNode
}

/** Where a delegation is merely tried, no register knows of it. */
const NONE: Surroundings = {
  readOnly: false,
  short: false,
  othersJudge: false,
  stated: createCell<ReadonlyMap<string, Stated>>(new Map()),
  refused: createCell<ReadonlyMap<string, Bilingual>>(new Map()),
  contest: () => {},
  accept: () => {},
  memberAdder: undefined,
  beside: undefined,
  outsider: undefined,
  asOfNote: undefined,
  weighed: undefined,
  outline: undefined,
  planLine: undefined,
  paper: undefined,
}

export const SurroundingsContext = createContext<Surroundings>(NONE)

/** What stands around the form. */
export function useSurroundings(): Surroundings {
  return use(SurroundingsContext)
}

/** Whether a field is to be shown that is the examiners' to fill: elsewhere than in a dossier, and where something stands in it. */
export function useJudged(path: string): boolean {
  const { othersJudge } = useSurroundings()
  const value = useAt(path)
  return !othersJudge || (value !== undefined && value !== null)
}

/** What a register says of a field; `undefined` where none does. */
export function useStated(path: string): Stated | undefined {
  return useCell(useSurroundings().stated, (map) => map.get(path))
}

/** Why what was typed in a field could not be saved, in the language of the reader; `undefined` where it could. */
export function useRefused(path: string): string | undefined {
  const { t } = useLanguage()
  const why = useCell(useSurroundings().refused, (map) => map.get(path))
  return why && t(why)
}

/** Whether the register's value of a field counts, so that nothing is typed there. */
export function isSettled(stated: Stated | undefined): boolean {
  return stated !== undefined && stated.contest === undefined
}

import type { z } from 'zod'
import type { Fault } from '../../../kernel/errors.ts'
import type { tryLawDraft } from '../../effect/contract.ts'
import type { TurnedDossier, TurnedNorm } from '../../effect/turned.ts'

type Answer = z.output<typeof tryLawDraft.output>

/** A draft on trial: what was sent, and what has come back so far. */
export interface Trial {
  text: string
  since: number
  /** Nothing is known before the first answer. */
  draft: Answer['draft'] | undefined
  total: number
  replayed: number
  turned: TurnedDossier[]
  /** After which dossier to go on; null when all were judged. */
  next: string | null | undefined
}

/** A trial before its first answer. */
export function begun(text: string, since: number): Trial {
  return { text, since, draft: undefined, total: 0, replayed: 0, turned: [], next: undefined }
}

/** The trial with one answer more. */
export function extended(trial: Trial, { draft, total, replayed, turned, next }: Answer): Trial {
  return {
    ...trial,
    draft,
    total: total ?? trial.total,
    replayed: trial.replayed + replayed,
    turned: [...trial.turned, ...turned],
    next,
  }
}

/** How many dossiers turn from one verdict to another, the most first. */
export function verdictsTurned(turned: readonly TurnedDossier[]) {
  const counts = new Map<string, Pick<TurnedDossier, 'before' | 'after'> & { count: number }>()
  for (const { before, after } of turned.filter(turnsVerdict)) {
    const key = `${before} ${after}`
    counts.set(key, { before, after, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort((one, other) => other.count - one.count)
}

/** Whether the draft brings a dossier to another verdict, and not to another finding alone. */
export function turnsVerdict({ before, after }: TurnedDossier): boolean {
  return before !== after
}

/** Findings of a dossier that turn alike, each told once with how often. */
export function alike(norms: readonly TurnedNorm[]): { one: TurnedNorm; count: number }[] {
  const found = new Map<string, { one: TurnedNorm; count: number }>()
  for (const one of norms) {
    const key = JSON.stringify(one)
    found.set(key, { one, count: (found.get(key)?.count ?? 0) + 1 })
  }
  return [...found.values()]
}

/** Where a fault of a draft stands: a line of the draft itself, or of another file that no longer fits it. */
export interface FaultPlace {
  /** Absent for the draft. */
  file: string | undefined
  line: number
}

/** The place that a fault's path names (`text:12`, `38-CT-TW-2014.yaml:96`); `undefined` for a fault of no line. */
export function placeOf({ path }: Fault): FaultPlace | undefined {
  const [, file = '', line] = /^(.+):(\d+)$/.exec(path) ?? []
  return line === undefined ? undefined : { file: file === 'text' ? undefined : file, line: Number(line) }
}

/** The name of the file in which a draft is published: its id, where it states one. */
export function fileNameOf(text: string, otherwise: string): string {
  const id = /^id: *["']?([A-Za-z0-9Đđ][A-Za-z0-9Đđ.-]*)["']? *$/m.exec(text)?.[1]
  return id === undefined ? otherwise : `${id}.yaml`
}

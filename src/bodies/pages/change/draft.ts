import type { z } from 'zod'
import type { Body, BodyFields, mergeBodies } from '../../contract.ts'

/** A body as it is being typed. */
export interface Draft {
  name: string | undefined
  shortName: string | undefined
  code: string | undefined
  parentId: string | undefined
  level: string | undefined
  bloc: string | undefined
  locality: string | undefined
  jurisdiction: string | undefined
  officialOrder: number | string | undefined
  isMission: boolean
}

const EMPTY: Draft = {
  name: undefined,
  shortName: undefined,
  code: undefined,
  parentId: undefined,
  level: undefined,
  bloc: undefined,
  locality: undefined,
  jurisdiction: undefined,
  officialOrder: 0,
  isMission: false,
}

/** A version to be changed, as it stands. */
export function draftOf(body: BodyFields): Draft {
  return {
    ...EMPTY,
    name: body.name,
    shortName: body.shortName ?? undefined,
    parentId: body.parentId ?? undefined,
    level: body.level,
    bloc: body.bloc ?? undefined,
    locality: body.locality ?? undefined,
    jurisdiction: body.jurisdiction,
    officialOrder: body.officialOrder,
    isMission: body.isMission,
  }
}

/** A new body under another: of its bloc and province or city. */
export function draftUnder(parent: Pick<Body, 'id' | 'bloc' | 'jurisdiction'> | undefined): Draft {
  if (parent === undefined) return EMPTY
  return { ...EMPTY, parentId: parent.id, bloc: parent.bloc ?? undefined, jurisdiction: parent.jurisdiction }
}

/** A new body beside another: of its level, bloc, place and order. */
export function draftBeside(body: BodyFields): Draft {
  return { ...draftOf(body), name: undefined, shortName: undefined }
}

/** The draft as it is sent; what cannot be so goes as it is, so that the server names the fault at its field. */
export function fieldsOf(draft: Draft): z.input<typeof BodyFields> {
  return {
    name: draft.name ?? '',
    shortName: draft.shortName?.trim() || null,
    parentId: draft.parentId ?? null,
    level: draft.level as BodyFields['level'],
    bloc: (draft.bloc ?? null) as BodyFields['bloc'],
    locality: (draft.locality ?? null) as BodyFields['locality'],
    jurisdiction: draft.jurisdiction ?? '',
    officialOrder: (draft.officialOrder ?? 0) as number,
    isMission: draft.isMission,
  }
}

/** A body that takes over: one of the register, or one that begins. */
export interface SuccessorDraft {
  kind: 'existing' | 'fresh'
  id: string | undefined
  draft: Draft
}

/** The successor as it is sent. */
export function successorOf({ kind, id, draft }: SuccessorDraft): z.input<typeof mergeBodies.input>['into'] {
  return kind === 'existing' ? { id: id ?? '' } : { ...fieldsOf(draft), code: draft.code ?? '' }
}

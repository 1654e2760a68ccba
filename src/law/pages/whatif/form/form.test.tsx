import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { LanguageProvider } from '../../../../ui/language.tsx'
import { Dossier } from '../../../dossier.ts'
import { en } from '../../../messages.en.ts'
import { vi } from '../../../messages.vi.ts'
import { draft } from '../draft.ts'
import type { Json } from '../path.ts'
import { DossierForm } from './form.tsx'

/** The definition that zod keeps of a schema, as far as this test walks it. */
interface Definition {
  type: string
  innerType?: z.ZodType
  element?: z.ZodType
  shape?: Record<string, z.ZodType>
  entries?: Record<string, string>
}

const definitionOf = (schema: z.ZodType) => schema.def as unknown as Definition

/** Every place of the contract where a value is typed, with its codes where it takes one of a few. */
function leavesOf(schema: z.ZodType, path = ''): { path: string; codes: string[] | undefined }[] {
  const { type, innerType, element, shape, entries } = definitionOf(schema)
  if (innerType) return leavesOf(innerType, path)
  if (element) return isLeaf(element) ? [{ path, codes: undefined }] : leavesOf(element, `${path}[]`)
  if (shape && 'currency' in shape) return [{ path, codes: undefined }]
  if (shape) {
    return Object.entries(shape).flatMap(([key, part]) => leavesOf(part, path === '' ? key : `${path}.${key}`))
  }
  return [{ path, codes: type === 'enum' && entries ? Object.values(entries) : undefined }]
}

function isLeaf(schema: z.ZodType): boolean {
  return definitionOf(schema).type !== 'object'
}

/** A draft in which every list has an item, so that every field is on the page. */
function fullDraft(schema: z.ZodType): Json {
  const { type, innerType, element, shape } = definitionOf(schema)
  if (innerType) return fullDraft(innerType)
  if (element) return [fullDraft(element)]
  if (shape) return Object.fromEntries(Object.entries(shape).map(([key, part]) => [key, fullDraft(part)]))
  return type === 'string' ? 'x' : undefined
}

describe('the form of a dossier', () => {
  draft.set({ dossier: fullDraft(Dossier) })
  const page = renderToStaticMarkup(
    <LanguageProvider>
      <DossierForm />
    </LanguageProvider>,
  )

  test.each(leavesOf(Dossier).map(({ path }) => path))('%s can be typed, and has a name in both languages', (path) => {
    expect(page).toContain(`id="f-${path.replaceAll('[]', '[0]')}"`)
    expect(Object.keys(vi.fields)).toContain(path)
    expect(Object.keys(en.fields)).toContain(path)
  })

  test.each(leavesOf(Dossier).flatMap(({ path, codes }) => (codes ? [{ path, codes }] : [])))(
    '$path offers every code of the contract in its order',
    ({ path, codes }) => {
      const words: Record<string, Record<string, string>> = vi.codes
      expect(Object.keys(words[path] ?? {})).toEqual(codes)
    },
  )

  test('nothing is named that the contract does not have', () => {
    const known = leavesOf(Dossier).map(({ path }) => path)
    const strange = Object.keys(vi.fields).filter(
      (path) => !known.some((one) => one === path || one.startsWith(`${path}.`) || one.startsWith(`${path}[`)),
    )
    expect(strange).toEqual([])
  })
})

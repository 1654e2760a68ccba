import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { testFiles } from '../../test/support/files.ts'
import { endpoint } from '../kernel/endpoint.ts'
import { loadCases, loadLaw } from '../law/index.ts'
import { slices } from '../slices.ts'
import { drawOpenApi } from './openapi.ts'

interface Description {
  openapi: string
  paths: Record<string, Record<string, { operationId: string; summary: string; responses: Record<string, unknown> }>>
  components: { schemas: Record<string, unknown> }
}

function draw(...endpoints: Parameters<typeof drawOpenApi>[0]): Description {
  return JSON.parse(JSON.stringify(drawOpenApi(endpoints, '1.0.0')))
}

/** Every reference of the description that leads nowhere. */
function danglingReferences(description: Description): string[] {
  const references = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? '')
  const exists = (reference: string) =>
    reference
      .replace(/^#\//, '')
      .split('/')
      .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], description) !== undefined
  return references.filter((reference) => !exists(reference))
}

describe('the description of the whole product', () => {
  const config = { publicUrl: undefined, singleSignOn: undefined }
  const ground = { law: loadLaw(), cases: loadCases(), files: testFiles(), config }
  const endpoints = slices.flatMap((slice) => slice.routes(ground)).map((route) => route.endpoint)
  const description = draw(...endpoints)

  it('holds every endpoint, each with its name, both languages, and its answers', () => {
    expect(description.openapi).toBe('3.1.0')
    expect(endpoints.length).toBeGreaterThanOrEqual(3)
    for (const { method, path, summary, answers } of endpoints) {
      const operation = description.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
      expect(operation?.summary).toBe(`${summary.vi} – ${summary.en}`)
      expect(Object.keys(operation?.responses ?? {})).toEqual(
        expect.arrayContaining([answers === 'redirect' ? '303' : '200', '400', '403', '500']),
      )
    }
    const names = Object.values(description.paths).flatMap((path) => Object.values(path).map((one) => one.operationId))
    expect(new Set(names).size).toBe(endpoints.length)
  })

  it('refers to nothing that it does not hold, under names that the standard allows', () => {
    expect(danglingReferences(description)).toEqual([])
    for (const name of Object.keys(description.components.schemas)) expect(name).toMatch(/^[A-Za-z0-9._-]+$/)
  })
})

it('a schema that contains itself is described by a reference to itself', () => {
  const Unit = z.strictObject({
    name: z.string(),
    get parts() {
      return z.array(Unit)
    },
  })
  const summary = { vi: 'Cây', en: 'Tree' }
  const tree = endpoint({ method: 'POST', path: '/api/tree', permission: 'public', summary, input: Unit, output: Unit })
  const description = draw(tree)
  expect(danglingReferences(description)).toEqual([])
  expect(JSON.stringify(description.components.schemas['post.api.tree.input'])).toContain('post.api.tree.input')
})

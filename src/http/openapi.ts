import { z } from 'zod'
import type { Route } from './route.ts'

type Json = Record<string, unknown>
type AnyEndpoint = Route['endpoint']

const REFUSALS = ['400', '403', '404', '409', '413', '415', '422', '429', '500']

/** Draws the OpenAPI 3.1 description of the endpoints: every one, with its input, its answer and the shape of errors. */
export function drawOpenApi(endpoints: readonly AnyEndpoint[], version: string): Json {
  const schemas: Json = { Error: ERROR }
  const paths: Record<string, Json> = {}
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operation(endpoint, schemas) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Đoàn Ra',
      version,
      description:
        'Thẩm tra đoàn đi công tác nước ngoài theo pháp luật. – Official delegations abroad, examined against the law.',
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas, responses: { Error: ERROR_ANSWER } },
  }
}

function operation(endpoint: AnyEndpoint, schemas: Json): Json {
  const name = nameOf(endpoint)
  const input = toSchema(endpoint.documentedInput ?? endpoint.input, 'input', `${name}.input`, schemas)
  const output = toSchema(endpoint.output, 'output', `${name}.output`, schemas)
  return {
    operationId: name,
    tags: endpoint.path.split('/').slice(2, 3),
    summary: `${endpoint.summary.vi} – ${endpoint.summary.en}`,
    description: `Quyền – permission: \`${endpoint.permission}\``,
    ...(endpoint.method === 'GET'
      ? { parameters: parametersOf(schemas[`${name}.input`]) }
      : { requestBody: { required: true, content: { 'application/json': { schema: input } } } }),
    responses: {
      '200': { description: 'OK', content: { 'application/json': { schema: output } } },
      ...Object.fromEntries(REFUSALS.map((status) => [status, { $ref: '#/components/responses/Error' }])),
    },
  }
}

/** `post.api.checks` for `POST /api/checks`. */
function nameOf({ method, path }: AnyEndpoint): string {
  return [method.toLowerCase(), ...path.split('/').filter(Boolean)].join('.')
}

/**
 * Adds the schema to the components under `name`, with the definitions it brings along, and gives the reference.
 * What a schema cannot say in JSON (a check written in code) is left out.
 */
function toSchema(schema: z.ZodType, io: 'input' | 'output', name: string, schemas: Json): Json {
  const { $schema, $defs, ...root } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' })
  const place = (reference: string) =>
    reference === '#' ? `#/components/schemas/${name}` : reference.replace('#/$defs/', `#/components/schemas/${name}.`)
  const relocate = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value), (key, inner) =>
      key === '$ref' && typeof inner === 'string' ? place(inner) : inner,
    )
  for (const [key, definition] of Object.entries($defs ?? {})) schemas[`${name}.${key}`] = relocate(definition)
  schemas[name] = relocate(root)
  return { $ref: `#/components/schemas/${name}` }
}

function parametersOf(schema: unknown): Json[] {
  const { properties = {}, required = [] } = schema as { properties?: Json; required?: string[] }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: property,
  }))
}

const ERROR_ANSWER = {
  description: 'Từ chối hoặc lỗi – a refusal or an error',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
}

const BILINGUAL = {
  type: 'object',
  properties: { vi: { type: 'string' }, en: { type: 'string' } },
  required: ['vi', 'en'],
}

const ERROR = {
  type: 'object',
  properties: {
    error: {
      type: 'object',
      properties: {
        code: { type: 'string' },
        message: BILINGUAL,
        faults: {
          type: 'array',
          items: {
            type: 'object',
            properties: { path: { type: 'string' }, message: BILINGUAL },
            required: ['path', 'message'],
          },
        },
        requestId: { type: 'string' },
      },
      required: ['code', 'message', 'requestId'],
    },
  },
  required: ['error'],
}

import { z } from 'zod'
import { pathFields } from '../kernel/endpoint.ts'
import type { Route } from './route.ts'

type Json = Record<string, unknown>
type AnyEndpoint = Route['endpoint']

const REFUSALS = ['400', '401', '403', '404', '409', '413', '415', '422', '429', '500']

/** Draws the OpenAPI 3.1 description of the endpoints: every one, with its input, its answer and the shape of errors. */
export function drawOpenApi(endpoints: readonly AnyEndpoint[], version: string): Json {
  const schemas: Json = { Error: ERROR }
  const paths: Record<string, Json> = {}
  for (const endpoint of endpoints) {
    const path = endpoint.path.replaceAll(/:([A-Za-z]+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint, schemas) }
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
  const isJson = (endpoint.answers ?? 'json') === 'json'
  const output = isJson ? toSchema(endpoint.output, 'output', `${name}.output`, schemas) : {}
  return {
    operationId: name,
    tags: endpoint.path.split('/').slice(2, 3),
    summary: `${endpoint.summary.vi} – ${endpoint.summary.en}`,
    description: `Quyền – permission: \`${endpoint.permission}\``,
    ...(endpoint.method === 'GET'
      ? { parameters: parametersOf(schemas[`${name}.input`], endpoint) }
      : {
          parameters: parametersOf(schemas[`${name}.input`], endpoint).filter((one) => one.in === 'path'),
          requestBody: { required: true, content: bodyOf(endpoint, input) },
        }),
    responses: {
      ...success(endpoint, output),
      ...Object.fromEntries(REFUSALS.map((status) => [status, { $ref: '#/components/responses/Error' }])),
    },
  }
}

function bodyOf({ takes }: AnyEndpoint, input: Json): Json {
  if (takes === 'bytes') return { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
  return { 'application/json': { schema: input } }
}

/** What a success looks like: JSON of the declared form, a file, or the way to another page. */
function success({ answers = 'json' }: AnyEndpoint, output: Json): Json {
  if (answers === 'redirect') return { '303': { description: 'See other' } }
  const content = answers === 'file' ? { '*/*': { schema: { type: 'string', format: 'binary' } } } : undefined
  return { '200': { description: 'OK', content: content ?? { 'application/json': { schema: output } } } }
}

/** `post.api.checks` for `POST /api/checks`. */
function nameOf({ method, path }: AnyEndpoint): string {
  return [method.toLowerCase(), ...path.replaceAll(':', '').split('/').filter(Boolean)].join('.')
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

function parametersOf(schema: unknown, { path }: AnyEndpoint): Json[] {
  const { properties = {}, required = [] } = schema as { properties?: Json; required?: string[] }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: pathFields(path).includes(name) ? 'path' : 'query',
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

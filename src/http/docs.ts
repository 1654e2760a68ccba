import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { drawOpenApi } from './openapi.ts'
import type { Route } from './route.ts'

/** The description of the API: for programmes at `/api/openapi.json`, for people at `/api/docs`. */
export async function addDocs(app: FastifyInstance, routes: readonly Route[], version: string): Promise<void> {
  const document = drawOpenApi(
    routes.map((route) => route.endpoint),
    version,
  )
  await app.register(swagger, { mode: 'static', specification: { document: document as never } })
  await app.register(swaggerUi, { routePrefix: '/api/docs', uiConfig: { layout: 'BaseLayout' } })
  app.get('/api/openapi.json', async () => document)
}

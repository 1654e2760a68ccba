import type { FastifyInstance } from 'fastify'

/** How long running requests may take to finish once a stop is asked for. */
const PATIENCE = 10_000

/** Takes no new connections, and lets running requests finish within ten seconds. */
export async function closeServer(app: FastifyInstance): Promise<void> {
  const deadline = setTimeout(() => app.server.closeAllConnections(), PATIENCE)
  await app.close()
  clearTimeout(deadline)
}

/** Runs `stop` when the process is told to end (SIGTERM, SIGINT), then exits 0. A second signal exits at once. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let asked = 0
  function onSignal(): void {
    // One Ctrl+C may come twice within an instant: from the terminal, and passed on by the program that started us.
    if (asked !== 0 && Date.now() - asked > 200) process.exit(1)
    if (asked !== 0) return
    asked = Date.now()
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}

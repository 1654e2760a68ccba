import type { FastifyInstance } from 'fastify'

/** How long running requests may take to finish once a stop is asked for. */
const PATIENCE = 10_000

/**
 * Stops in order when the process is told to (SIGTERM, SIGINT): no new connections, running requests finish (within
 * ten seconds), then `afterwards` (the database closes, its lock goes), then exit 0. A second signal exits at once.
 */
export function stopOnSignal(app: FastifyInstance, afterwards: () => Promise<void>): void {
  let asked = 0
  async function stop(): Promise<void> {
    const deadline = setTimeout(() => app.server.closeAllConnections(), PATIENCE)
    await app.close()
    clearTimeout(deadline)
    await afterwards()
  }
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

import fastify, { LogController } from 'fastify'

// Bare Fastify: one route, one body, its headers as one constant. What a board could be at best.
process.once(
  'message',
  async ({ body, headers }: { body: string; headers: Record<string, string> }) => {
    const bytes = Buffer.from(body, 'base64')
    const app = fastify({ logController: new LogController({ disableRequestLogging: true }) })
    app.get('/', async (_request, reply) => reply.headers(headers).send(bytes))
    process.send!(await app.listen({ host: '127.0.0.1', port: 0 }))
    process.on('message', () => process.send!(process.cpuUsage()))
  },
)
process.on('disconnect', () => process.exit(0))

// Starts the service: PORT and THREADS from the environment.
import { availableParallelism } from 'node:os'
import { createPool } from './pool.js'
import { service } from './server.js'

const threads = Number(process.env.THREADS) || availableParallelism()
const app = service({ pool: createPool({ threads, waiting: threads * 8 }), logger: true })
for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => app.close())
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) || 3000 })

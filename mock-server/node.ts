/** What needs Node: seeds from files, servers, the store in PostgreSQL. */
export { readContract, readSeedFile } from '../contracts/seed-file.ts'
export { serve, type RunningServer } from './faces/serve.ts'
export { createPostgresStore } from './store/postgres/store.ts'
export { startTwinServer, type TwinServer } from './stripe-twin/witness-server.ts'

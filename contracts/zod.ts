/**
 * The only import of zod. It must stay the `v3` entry: `zod-to-json-schema` turns a zod 4 schema into one that accepts
 * everything, without an error. `json-schema.test.ts` stands guard.
 */
export { z } from 'zod/v3'

import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { BUNDLE, isCurrent } from './bundle.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

// What was compiled once is read the next time, where the folder can be written.
enableCompileCache(fileURLToPath(new URL('../build/compiled', import.meta.url)))
await import(isCurrent(ROOT) ? new URL(`../${BUNDLE}`, import.meta.url).href : './server.ts')

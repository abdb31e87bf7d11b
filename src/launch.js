import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { BUNDLE, isCurrent } from './bundle.js'

// This file and bundle.js are plain JavaScript: reading one line of TypeScript brings in what strips
// types, which is a tenth of the memory of an idle server.

const ROOT = fileURLToPath(new URL('..', import.meta.url))

// What was compiled once is read the next time. Under systemd nothing may be written beside these
// files, and it names a folder that may.
enableCompileCache(
  process.env.CACHE_DIRECTORY ?? fileURLToPath(new URL('../build/compiled', import.meta.url)),
)
await import(isCurrent(ROOT) ? new URL(`../${BUNDLE}`, import.meta.url).href : './server.ts')

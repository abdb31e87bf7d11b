import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Files of this house by a pattern, by their path from its root. */
export const files = (pattern: string): string[] =>
  globSync(pattern, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted()

export const read = (file: string): string => readFileSync(new URL(file, `file://${root}`), 'utf8')

/** Code without its comments, so that a rule about code is not broken by a sentence about it. */
export const code = (file: string): string =>
  read(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '$1')

/** The style sheet as a browser is given it, put together from its files. */
export const styleSheet = (): string => files('static/css/*.css').map(read).join('\n')

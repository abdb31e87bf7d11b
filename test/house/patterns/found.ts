import { globSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { fileURLToPath } from 'node:url'
import { tokenizer } from 'acorn'

/** A regular expression of ours, and where it stands. */
export interface Pattern {
  source: string
  flags: string
  where: string
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const PATHS = ['src/**/*.ts', 'static/**/*.js']
/** They act when they are imported; what they hold is read all the same. */
const ACT = /^src\/(?:server|demo|launch)\.ts$|^src\/commands\/|-?thread\.ts$/

/** Every pattern that is written down, and every one that is put together of words. */
export const patternsOf = async (): Promise<{ patterns: Pattern[]; unmade: string[] }> => {
  const found = new Map<string, Pattern>()
  const put = (one: Pattern): void => {
    const key = `/${one.source}/${one.flags}`
    if (!found.has(key)) found.set(key, one)
  }
  const files = PATHS.flatMap((path) => globSync(path, { cwd: ROOT })).filter(
    (file) => !file.includes('htmx'),
  )
  const places = new Set<string>()
  for (const file of files) for (const one of writtenIn(file, places)) put(one)
  const made = await madeIn(
    files.filter((file) => file.startsWith('src/') && !ACT.test(file)),
    put,
  )
  const unmade = [...places].filter((place) => !made.has(place) && place.startsWith('src/'))
  return { patterns: [...found.values()], unmade }
}

function* writtenIn(file: string, places: Set<string>): Generator<Pattern> {
  const text = readFileSync(ROOT + file, 'utf8')
  const script = file.endsWith('.ts') ? stripTypeScriptTypes(text) : text
  let before = ''
  const options = { ecmaVersion: 'latest', sourceType: 'module', locations: true } as const
  for (const token of tokenizer(script, options)) {
    const { type, loc, value } = token as typeof token & { value: unknown }
    const where = `${file}:${loc!.start.line}`
    if (type.label === 'regexp') yield { ...partsOf(value as RegexToken), where }
    if (value === 'RegExp' && before === 'new') places.add(where)
    before = String(value)
  }
}

interface RegexToken {
  pattern: string
  flags: string
}
const partsOf = ({ pattern, flags }: RegexToken) => ({ source: pattern, flags })

/** Imports every file, and listens to what is made meanwhile. */
const madeIn = async (files: string[], put: (one: Pattern) => void): Promise<Set<string>> => {
  const made = new Set<string>()
  const plain = globalThis.RegExp
  globalThis.RegExp = new Proxy(plain, {
    construct: (target, args) => {
      const pattern = Reflect.construct(target, args) as RegExp
      const line = new Error().stack?.split('\n').find((each) => each.includes(`${ROOT}src/`))
      const where = line && plain.prototype.exec.call(/(src\/[^:]+:\d+)/, line)?.[1]
      if (where) {
        made.add(where)
        put({ source: pattern.source, flags: pattern.flags, where })
      }
      return pattern
    },
  })
  try {
    for (const file of files) await import(ROOT + file)
  } finally {
    globalThis.RegExp = plain
  }
  return made
}

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import getExePath from '../../node_modules/typescript/lib/getExePath.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A template: its file, its name as views and includes say it, and what stands in it. */
export interface Template {
  path: string
  name: string
  text: string
}

/**
 * What the compiler says of templates, each line with the template's own name and line. They are
 * turned into JavaScript in a folder that is thrown away: `it` is what `src/web/views` says it is.
 */
export const faultsOf = (templates: readonly Template[]): string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'round-table-templates-'))
  try {
    templates.forEach((template, i) =>
      writeFileSync(join(folder, `t${i}.mjs`), javaScriptOf(template)),
    )
    writeFileSync(join(folder, 'given.d.ts'), GIVEN)
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(OPTIONS))
    return told(folder)
      .replace(
        /^t(\d+)\.mjs\((\d+),\d+\): /gm,
        (_, i: string, line: string) => `${templates[Number(i)]!.path}:${line}: `,
      )
      .split('\n')
      .filter(Boolean)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The compiler itself, since a Node that starts within a test run is put under its loaders. */
const told = (folder: string): string => {
  const { stdout, stderr, status } = spawnSync(getExePath(), ['-p', folder, '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
  })
  if (stderr || (status !== 0 && !stdout)) throw new Error(`the compiler did not run: ${stderr}`)
  return stdout
}

const OPTIONS = {
  extends: join(root, 'tsconfig.json'),
  compilerOptions: {
    allowJs: true,
    checkJs: true,
    // A template cannot say of a parameter what it is, nor of a place in a list that it is there.
    noImplicitAny: false,
    noUncheckedIndexedAccess: false,
    noUnusedParameters: false,
    typeRoots: [join(root, 'node_modules/@types')],
    moduleDetection: 'force',
  },
  include: ['*.mjs', '*.d.ts'],
}

/** Each line stays where it stands; what is written out becomes a call that asks for its type. */
const javaScriptOf = ({ name, text }: Template): string => {
  const lines = (piece: string): string => '\n'.repeat(piece.split('\n').length - 1)
  const out: string[] = []
  let at = 0
  for (const tag of text.matchAll(/<%[-_]?(\s*)([=~]?)([\s\S]*?)[-_]?%>/g)) {
    const [whole, space, kind, inside] = tag
    out.push(lines(text.slice(at, tag.index)), lines(space!))
    out.push(kind === '' ? `${inside!}` : `;${kind === '=' ? 'write' : 'raw'}(${inside!});`)
    at = tag.index + whole.length
  }
  return (
    `/** @param {import('./given.d.ts').Given<'${name}'>} it */ export const draw = (it) => { ` +
    `const { write, raw, include, layout } = /** @type {import('./given.d.ts').Tools<typeof it>} */ ` +
    `(/** @type {unknown} */ (null)); void [write, raw, include, layout]; ${out.join('')} }\n`
  )
}

const from = (file: string): string => JSON.stringify(join(root, 'src/web', file))
const GIVEN = `
import type { BoardParts } from ${from('views/board-parts.ts')}
import type { BoardViews } from ${from('views/board.ts')}
import type { DeskViews } from ${from('views/desk.ts')}
import type { DeskParts } from ${from('views/desk/parts.ts')}
import type { PartsOfKinds } from ${from('views/desk/publishing-parts.ts')}
import type { BoardGlobals, Globals } from ${from('views/globals.ts')}
import type { Layouts, Parts } from ${from('views/parts.ts')}
import type { ReportViews } from ${from('views/report.ts')}
import type { Markup } from ${from('markup.ts')}

interface Named extends BoardParts, BoardViews, DeskViews, DeskParts, Layouts, Parts, ReportViews {}
type Any = keyof Named | keyof PartsOfKinds
type Of<N extends Any> = N extends keyof Named ? Named[N] : N extends keyof PartsOfKinds ? PartsOfKinds[N] : never
export type Given<N extends Any> = Of<N> &
  (N extends \`\${'board' | 'layouts/board' | 'layouts/embed' | 'layouts/poster'}\${string}\` ? BoardGlobals : Globals)

type Merged<It, G> = Omit<It, keyof G> & G
type Fits<It, G, Wanted> = Merged<It, G> extends Wanted ? unknown : Wanted
/** A part of a kind is included by a name that is found as the page is drawn, never one spelled out. */
type Found<N extends string> = {} extends Record<N, true> ? unknown : never
export interface Tools<It> {
  write: (value: string | number | Markup) => void
  raw: (markup: string) => void
  include: <N extends Any, const G extends object = object>(
    name: \`/\${N}\` & (N extends keyof Named ? unknown : Found<N>),
    given?: G & Fits<It, G, Of<N>>,
  ) => string
  layout: <N extends keyof Layouts, const G extends object = object>(
    name: \`/\${N}\`,
    given?: G & Fits<It, G, Omit<Layouts[N], 'body'>>,
  ) => void
}
`

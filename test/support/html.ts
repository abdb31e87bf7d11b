import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CACHE, forgetOldest } from './cache.ts'
import { HtmlValidate, StaticConfigLoader, type ConfigData } from 'html-validate'

const page: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // These are about how HTML is typed, not about what it says to a browser.
    'doctype-style': 'off',
    'void-style': 'off',
    'attr-case': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    'no-raw-characters': 'off',
    // Where a phone number may break is the style sheet's to say.
    'tel-non-breaking': 'off',
    // A label that both holds its box and names it is heard by older speech software, which knows
    // only one of the two.
    'no-redundant-for': 'off',
    // Several ticks under one name are one answer, as radio buttons are.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit', 'reset'] }],
    // A title is an entry's own words, which are as long as residents made them.
    'long-title': 'off',
    // Every file is served by us (R24), so there is no other host to hold to a hash.
    'require-sri': 'off',
    // The content-security-policy refuses inline style as well.
    'no-inline-style': 'error',
  },
}

const part: ConfigData = {
  ...page,
  rules: {
    ...page.rules,
    // What a part points at, and the headings above it, stand on the page it goes into. The page is
    // checked whole.
    'no-missing-references': 'off',
    'heading-level': 'off',
  },
}

const validator = new HtmlValidate(new StaticConfigLoader(page))
const known = new Map<string, string[]>()

/**
 * Shapes of pages that were found right in earlier runs, by this version of html-validate and by
 * these rules: another version or another rule begins with none.
 */
const RIGHT_KEPT = 4
const rightFolder = join(CACHE, 'html')
const rightFile = join(
  rightFolder,
  `${hashOf(versionOf('html-validate'), readFileSync(import.meta.filename, 'utf8'))}.txt`,
)
const right = new Set(readRight())
const newlyRight: string[] = []
process.on('exit', keepRight)

/**
 * A page without what it says: pages of one shape are right or wrong alike, so each shape is looked
 * at once. Words are one letter (and their character references); numbers are told apart by their
 * order alone, so that two ids that are the same are still the same.
 */
const shapeOf = (html: string): string => {
  const numbers = new Map<string, number>()
  return html
    .replace(
      />[^<]+</g,
      (text) =>
        `>${/\S/.test(text.slice(1, -1)) ? `x${(text.match(/&[^;\s<]*;?/g) ?? []).join('')}` : ''}<`,
    )
    .replace(/ value="[^"]*"/g, ' value="x"')
    .replace(
      /\d+/g,
      (number) =>
        `#${numbers.get(number) ?? (numbers.set(number, numbers.size), numbers.size - 1)}`,
    )
}

/**
 * What html-validate refuses in a page or in a part of one: a line for each fault, with the markup
 * it is about.
 */
export const checkHtml = (html: string): string[] => {
  const key = hashOf(shapeOf(html))
  if (right.has(key)) return []
  const there = known.get(key)
  if (there) return there
  const whole = /^\s*<!doctype html>/i.test(html)
  const text = whole
    ? html
    : `<!doctype html>\n<html lang="en-GB"><head><title>A part</title></head><body><main>\n${html}\n</main></body></html>\n`
  const lines = text.split('\n')
  const report = validator.validateStringSync(text, whole ? page : part)
  const wrong = report.results
    .flatMap((result) => result.messages)
    .map(
      ({ ruleId, message, line }) =>
        `  ${ruleId}: ${message}\n    at: ${(lines[line - 1] ?? '').trim().slice(0, 200)}`,
    )
  known.set(key, wrong)
  if (wrong.length === 0) newlyRight.push(key)
  return wrong
}

function hashOf(...texts: string[]): string {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(text).update('\0')
  return hash.digest('base64url').slice(0, 32)
}

function versionOf(name: string): string {
  return readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8')
}

function readRight(): string[] {
  try {
    return readFileSync(rightFile, 'utf8').split('\n')
  } catch {
    return []
  }
}

/** Several files of tests may add to it at once: a line that was torn fits no page, and no more. */
function keepRight(): void {
  if (newlyRight.length === 0) return
  mkdirSync(rightFolder, { recursive: true })
  appendFileSync(rightFile, newlyRight.map((key) => `${key}\n`).join(''))
  forgetOldest(rightFolder, '.txt', RIGHT_KEPT)
}

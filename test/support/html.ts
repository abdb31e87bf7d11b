import { createHash } from 'node:crypto'
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
  const key = createHash('sha256').update(shapeOf(html)).digest('base64')
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
  return wrong
}

const TAG = /<[a-z](?:"[^"]*"|[^"<>])*>/gi
/** What keeps the lines that stand in it. */
const KEPT = /(<textarea[\s\S]*?<\/textarea>|<(\w+)[^<>]*class="[^"]*\btyped\b[\s\S]*?<\/\2>)/
/** What a line may begin or end without a space in: it stands by itself. */
const ALONE = 'p|h[1-6]|li|dt|dd|td|th|legend|summary|button|option|caption'
const EDGES = new RegExp(`(<(?:${ALONE})\\b[^<>]*>)\\s+|\\s+(</(?:${ALONE})>)`, 'g')
const TEXT_GOES_ON = /(?<=[^\s>])\s+(?=\S)|(?<=>)\s+(?=[^\s<])/g

/**
 * A page as a browser shows it: one space between attributes, one where a line of text goes on, and
 * none at the edges of a paragraph or a button.
 */
export const asShown = (html: string): string =>
  html
    .replace(TAG, (tag) =>
      tag
        .replace(/"[^"]*"|\s+/g, (piece) => (piece.startsWith('"') ? piece : ' '))
        .replace(/ (?=\/?>$)/, ''),
    )
    .split(KEPT)
    .map((piece, i) =>
      i % 3 === 0
        ? piece.replace(EDGES, '$1$2').replace(TEXT_GOES_ON, ' ')
        : i % 3 === 1
          ? piece
          : '',
    )
    .join('')

import { found, type Alert, type Knowledge, type Passage } from './alert.ts'
import { closedIn, FIGURES, formsOf, ROMAN, type Form } from './folding/closed.ts'
import { wordsOf } from './folding/letters.ts'
import { isCapital, read, type Reading } from './folding/reading.ts'
import { STREET_SHORT } from './lists/streets.ts'

/** Guarded words, in whatever way they are written: no reason lets them be told. */
export const guarded = (
  part: Passage,
  { guarded: list, known = NONE }: Pick<Knowledge, 'guarded'> & Partial<Pick<Knowledge, 'known'>>,
): Alert[] => {
  if (list.length === 0) return []
  const { forms, open } = lookedForOf(list, known)
  const hits = unmasked(part.text).flatMap((text) => {
    const reading = read(text)
    return [
      ...whole(reading, text, forms),
      ...list.filter((name) => turned(reading, name) || shortened(reading, name, open)),
    ]
  })
  return list
    .filter((name, i) => hits.includes(name) && list.indexOf(name) === i)
    .map((name) =>
      found(
        'guarded',
        part,
        name,
        `“${name}” is a guarded word. Take it out. It can never be published`,
      ),
    )
}

interface LookedFor {
  known: readonly string[]
  forms: Form[]
  open: Set<string>
}

/** What is looked for: made once for one reading of the record, however much is checked. */
const lookedForOf = (list: readonly string[], known: readonly string[]): LookedFor => {
  const there = made.get(list)
  if (there?.known === known) return there
  const forms = list.flatMap(formsOf)
  const now = { known, forms, open: new Set(known.map((each) => wordsOf(each).join(' '))) }
  made.set(list, now)
  return now
}
const made = new WeakMap<readonly string[], LookedFor>()
/** Where nothing may be named. */
const NONE: string[] = []

/** A text, and the same where a figure stands for a letter and a capital I for a small l. */
const unmasked = (text: string): string[] => {
  const plainly = (one: string): string =>
    text
      .replace(/[\p{L}'’-]+/gu, (word) =>
        word.includes('I') && /\p{Ll}/u.test(word) ? word.replaceAll('I', 'l') : word,
      )
      .replace(/(?<![\p{L}\p{N}])l(?=[bcdfghjkmnpqrstvwxz]\p{L})/gu, 'I')
      .replace(/[013457|!$](?=['’‘]?\p{L})|(?<=\p{L})[013457|!$]/gu, (sign) =>
        /[1|!]/u.test(sign) ? one : (FOR_LETTERS[sign] ?? sign),
      )
  return [...new Set([text, plainly('l'), plainly('i')])]
}
const FOR_LETTERS: Record<string, string> = { 0: 'o', 3: 'e', 4: 'a', 5: 's', 7: 't', $: 's' }

/** From this length on a guarded word is found within others, too, whatever parts them. */
const LONG = 8
const whole = (reading: Reading, typed: string, forms: Form[]): string[] => {
  const words = wordsOf(typed)
  const text = ` ${words.map(singular).join(' ')} `
  const closed = words.join('')
  const set = new Set(closedIn(reading, forms).map((each) => each.form.name))
  return forms
    .filter(
      (form) =>
        set.has(form.name) ||
        text.includes(` ${form.words.map(singular).join(' ')} `) ||
        (form.closed.length >= LONG && closed.includes(form.closed)),
    )
    .map(({ name }) => name)
}
const singular = (word: string): string => word.replace(/s$/, '')

/** “7 Club” for “Club 7”. “Seven club nights” are a count. */
const turned = ({ tokens }: Reading, name: string): boolean => {
  const [word, number, ...more] = wordsOf(name)
  if (!word || !/^\d+$/u.test(number ?? '') || more.length > 0) return false
  const ways = new Set([number, FIGURES[Number(number)], ROMAN[Number(number)]])
  return tokens.some(
    (each, i) =>
      ways.has(each.word) &&
      tokens[i + 1]?.word === word &&
      (isCapital(tokens[i + 1]) || tokens[i - 1]?.word === 'the'),
  )
}

/** Words that many clubs, schools and groups have in their names. */
const MANY = new Set(
  (
    'the of and for a in at youth club centre center school academy college nursery community group team trust association ' +
    'project programme hub society foundation charity mosque primary secondary boys girls fc'
  ).split(' '),
)
/** How far from its own words the others of a guarded phrase may stand. */
const NEAR = 4

/**
 * Of a guarded phrase of three words or more, its own words are enough, with streets cut short or
 * not. Where those are one word, or a place that everyone may name, one of the others is near.
 */
const shortened = ({ tokens }: Reading, name: string, open: Set<string>): boolean => {
  const all = wordsOf(name)
  const own = all.filter((each) => !MANY.has(each))
  if (all.length < 3 || own.length === 0 || own.length === all.length) return false
  const rest = all.filter((each) => MANY.has(each) && each.length > 3)
  const short = rest.map((each) => each[0]).join('')
  const isOpen = own.length === 1 || open.has(own.join(' '))
  const words = tokens.map((each) => full(each.word.replace(/'s?$/u, '')))
  return words.some((_, i) => {
    if (!own.every((each, at) => full(each) === singularOr(words[i + at], full(each)))) return false
    const around = [
      ...words.slice(Math.max(0, i - NEAR), i),
      ...words.slice(i + own.length, i + own.length + NEAR),
    ]
    return !isOpen || around.some((each) => rest.includes(singularOr(each, '')) || each === short)
  })
}
// A word like “constructor” is one that every list of this kind knows by itself.
const full = (word: string): string =>
  Object.hasOwn(STREET_SHORT, word) ? STREET_SHORT[word]! : word
const singularOr = (word: string | undefined, wanted: string): string =>
  word === undefined ? '' : word === wanted ? word : word.replace(/s$/u, '')

import { RULES } from './head-rules.ts'

/** What a column of a table may be. `other` has a place of its own elsewhere and is not written down. */
export const COLUMNS = [
  'text',
  'concern',
  'who',
  'seat',
  'helpers',
  'by',
  'status',
  'said',
  'on',
  'kind',
  'closed',
  'number',
  'other',
  'unknown',
] as const
export type Column = (typeof COLUMNS)[number]

export const SAY_COLUMN: Record<Exclude<Column, 'unknown'>, string> = {
  text: 'What will be done',
  concern: 'What residents said',
  who: 'Who leads',
  seat: 'Which seat',
  helpers: 'Who helps',
  by: 'By when',
  status: 'Where it stands',
  said: 'What was said of it',
  on: 'The day it was done, or last heard of',
  kind: 'What it is',
  closed: 'Whether it is closed',
  number: 'Their own number',
  other: 'Leave it out',
}

/** What a column may be, and how surely. */
export type Fit = readonly [Column, number]

/** What a column may be by its name, by whole words, the best first; its cells decide a tie. */
export const fitsOf = (name: string, cells: readonly string[]): Fit[] => {
  const isNumbers = cells.length > 0 && cells.every(isNumber)
  if (/^\s*(?:#|№|nr?\.?|s\/n)\s*$/i.test(name)) return [['number', 9]]
  const found = partsOf(name)
    .map((part) => RULES.find(([rule]) => rule.test(part))?.[1] ?? [])
    .toSorted((a, b) => (b[0]?.[1] ?? 0) - (a[0]?.[1] ?? 0))[0]
  const fits = found ?? []
  const isBy = /^\s*by\W*$/i.test(name)
  const isDays = cells.length > 0 && cells.every((cell) => DAY_LIKE.test(cell))
  return fits
    .map((fit): Fit => (fit[0] === 'who' && isDays ? ['by', 6] : fit))
    .map((fit): Fit => (isBy && fit[0] === 'who' && areOwners(cells) ? ['who', 8] : fit))
    .filter(([column]) => !(isNumbers && (column === 'text' || column === 'concern')))
    .concat(isNumbers && fits[0]?.[0] === 'text' ? [['number', 3]] : [])
}

/** `7`, `1.2`, `A7`, `WP/12`, `2021-03`: the number of a row, and no words. */
export const isNumber = (cell: string): boolean => NUMBER.test(cell)
const NUMBER = /^(?:#|no\.?\s*)?(?:\p{L}{1,5}[\s./-]?)?\d{1,6}(?:[./-]\d{1,4}){0,2}[a-z]?[.):]?$/iu
const DAY_LIKE =
  /^(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{4}-\d{2}-\d{2}.*|\d{1,2}(?:st|nd|rd|th)?\s+\p{L}{3,9}.{0,8}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6}.{0,6}|asap|tbc)$/iu

/** All of them are days with their year or month, and not `1.2`. */
export const areDays = (cells: readonly string[]): boolean =>
  cells.length > 0 &&
  cells.every((cell) => DAY_LIKE.test(cell) && !/^\d{1,2}[/.-]\d{1,2}$/.test(cell))

/** A name as whole words in small letters; “Update / comments” is two. */
const partsOf = (name: string): string[] => {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[’']/g, '')
      .replace(/&/g, ' and ')
      .replace(/\(s\)/g, 's')
      .replace(/\([^()]*\)/g, ' ')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  const whole = plain(name.replace(/\//g, ' / '))
  return [...new Set([whole, ...name.split(/[/|]| - /).map(plain)])].filter(Boolean).slice(0, 4)
}

/** `WCC`, `MPS / WCC`, `Cllr Ann Example`. */
const OWNER =
  /^(?:\p{Lu}[\p{Lu}&]{1,6}(?:[\s/,&+]{1,3}\p{Lu}[\p{Lu}&]{1,6}){0,4}|(?:\p{Lu}[\p{L}’'.-]{0,20}\s){1,3}\p{Lu}[\p{L}’'-]{1,20})$/u
const TIMES =
  /^(?:asap|tb[acd]|n\/?a|rag)$|(?<!\p{L})(?:meeting|week|month|quarter|year|term|day|spring|summer|autumn|winter|christmas|easter|end|next|ongoing)(?!\p{L})/iu
/** All of them look like the names or the letters of owners, and none like a time. */
export const areOwners = (cells: readonly string[]): boolean =>
  cells.length > 0 && cells.every((cell) => OWNER.test(cell) && !TIMES.test(cell))

import { found, type Alert, type Passage } from './alert.ts'
import { inOurDigits } from './numbers.ts'

const STREETS =
  'Street|Road|Avenue|Lane|Close|Court|Estate|Place|Gardens|Terrace|Way|House|Mews|Square'
const CONTACTS: [RegExp, string][] = [
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, 'an email address'],
  [/(?:\+44\s?|\(?0)\d(?:[\s()-]*\d){8,10}/g, 'a phone number'],
  [/\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/gi, 'a postcode'],
  [
    new RegExp(
      '\\b(?:flat|house|no\\.?|number)?\\s*\\d+[a-z]?,?\\s+' +
        `(?:\\p{Lu}[\\p{L}’']+\\s+){1,3}(?:${STREETS})\\b`,
      'gu',
    ),
    'a street address',
  ],
  [/\bflat\s+\d+\w?\b/gi, 'a street address'],
]

/** Ways to reach someone, and where someone lives (R12). */
export const contacts = (part: Passage): Alert[] =>
  CONTACTS.flatMap(([pattern, what]) =>
    [...inOurDigits(part.text).matchAll(pattern)].map(([text]) =>
      found('contacts', part, text.trim(), `“${text.trim()}” looks like ${what}. Take it out`),
    ),
  )

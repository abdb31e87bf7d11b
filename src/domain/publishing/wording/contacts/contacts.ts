import { addresses } from './addresses.ts'
import { found, type Alert, type Knowledge, type Passage } from '../alert.ts'
import { folding } from '../folding/letters.ts'
import { doors } from './doors.ts'
import { handles, mails } from './mails.ts'
import { phones } from './phones.ts'
import { accounts } from './accounts.ts'
import { plates, postcodes } from './postcodes.ts'
import { coordinates } from './coordinates.ts'
import { typedAt, type Reading, type Stretch } from '../folding/reading.ts'

const CONTACTS: [(reading: Reading) => Stretch[], string][] = [
  [mails, 'an email address'],
  [phones, 'a phone number, or another number that leads to one person'],
  [postcodes, 'a postcode'],
  [(reading) => [...addresses(reading), ...doors(reading)], 'where someone lives'],
  [handles, 'a name or a page on a social network'],
  [coordinates, 'a place on the map to within a few steps'],
  [plates, 'a number plate'],
  [accounts, 'a number that is someone’s own'],
]

/** Ways to reach someone, and where someone lives (R12). */
export const contacts = (part: Passage, reading: Reading, { known }: Knowledge): Alert[] => {
  const places = known.map(bare)
  return withoutInner(
    CONTACTS.flatMap(([look, what]) => look(reading).map((each) => ({ ...each, what }))),
  )
    .map(({ what, ...where }) => ({ what, text: typedAt(reading, where) }))
    .filter(({ text }) => !isKnown(text, places))
    .map(({ what, text }) =>
      found('contacts', part, text, `“${text}” looks like ${what}. Take it out`),
    )
}

/** A place that the partnership keeps (“Unit 12 Arts Centre”) or a line that everyone may call. */
const isKnown = (text: string, places: string[]): boolean => {
  const words = bare(text)
  return (
    PUBLIC_LINES.has(words.replaceAll(' ', '')) || places.some((each) => each.startsWith(words))
  )
}
const bare = (text: string): string =>
  folding(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Lines that everyone may call, each as whoever runs it gives it. */
const PUBLIC_LINES = new Set([
  // Crimestoppers: crimestoppers-uk.org, “Our Contact Centre”.
  '0800555111',
  // The anti-terrorist hotline: west-midlands.police.uk, “What happens if you call”.
  '0800789321',
  // The National Domestic Abuse Helpline: refuge.org.uk and gov.uk, “Refuge awarded grant”.
  '08082000247',
  // The NSPCC's helpline: nspcc.org.uk, “Report child abuse”.
  '08088005000',
  // Childline, which the NSPCC runs: its own column in the Sunderland Echo, 28 August 2022.
  '08001111',
])

/** What overlaps is said once, as one stretch: “Flat 2/3 Capland House”. */
const withoutInner = <S extends Stretch>(all: S[]): S[] => {
  const joined: S[] = []
  for (const each of all.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = joined.at(-1)
    if (last && each.from < last.to) last.to = Math.max(last.to, each.to)
    else joined.push({ ...each })
  }
  return joined
}

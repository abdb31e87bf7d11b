import type { Alert, Knowledge, Passage } from './alert.ts'
import { contacts } from './contacts/contacts.ts'
import { otherDates } from './dates.ts'
import { described } from './described.ts'
import { forbidden } from './forbidden.ts'
import { folding } from './folding/letters.ts'
import { knownNames, names, sureNames } from './names/names.ts'
import { otherNumbers, people } from './numbers.ts'
import { initials, plain } from './plain.ts'
import { read } from './folding/reading.ts'

/**
 * Everything that stands in the way of telling these words in public, save what an entry must
 * contain (R12, R17). Each text is folded once, and every check reads that.
 */
export const alertsIn = (parts: Passage[], knowledge: Knowledge): Alert[] =>
  parts.flatMap((part) => [
    ...forbidden([part], knowledge),
    ...(part.beneath
      ? []
      : part.file
        ? inFile(part, knowledge)
        : part.english !== undefined
          ? inTranslation(part, part.english, knowledge)
          : part.ownName
            ? []
            : part.contact
              ? names(part, read(part.text), knowledge)
              : inWords(part, knowledge)),
  ])

const inWords = (part: Passage, knowledge: Knowledge): Alert[] => {
  const reading = read(part.text)
  return [
    ...names(part, reading, knowledge),
    ...contacts(part, reading, knowledge),
    ...described(part, reading),
    ...initials(part),
    ...people(part, reading),
    ...otherDates(part, reading),
    ...plain(part),
  ]
}

/** What can be told apart in any language, as far as the English does not say it. */
const inTranslation = (part: Passage, english: string, knowledge: Knowledge): Alert[] => {
  const reading = read(part.text)
  const said = folding(english).toLowerCase()
  return [
    ...knownNames(part, reading, knowledge),
    ...contacts(part, reading, knowledge).filter(
      (each) => !said.includes(folding(each.found).toLowerCase()),
    ),
    ...otherNumbers(part, english),
  ]
}

/** A file is printed already: what leads to a person is looked for, and no style. */
const inFile = (part: Passage, knowledge: Knowledge): Alert[] => {
  const reading = read(part.text)
  return [
    ...sureNames(part, reading, knowledge),
    ...contacts(part, reading, knowledge),
    ...described(part, reading),
  ]
}

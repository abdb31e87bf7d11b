import type { Alert, Knowledge, Passage } from './alert.ts'
import { contacts } from './contacts.ts'
import { forbidden } from './forbidden.ts'
import { knownNames, names } from './names.ts'
import { otherNumbers, people } from './numbers.ts'
import { initials, plain } from './plain.ts'

/**
 * Everything that stands in the way of telling these words in public, save what an entry must
 * contain (R12, R17).
 */
export const alertsIn = (parts: Passage[], knowledge: Knowledge): Alert[] =>
  parts.flatMap((part) => [
    ...forbidden([part], knowledge),
    ...(part.file ? knownNames(part, knowledge) : []),
    ...(part.english !== undefined
      ? [
          ...knownNames(part, knowledge),
          ...contacts(part).filter((each) => !part.english!.includes(each.found)),
          ...otherNumbers(part, part.english),
        ]
      : []),
    ...(part.contact || part.english !== undefined
      ? []
      : [
          ...names(part, knowledge),
          ...contacts(part),
          ...initials(part),
          ...people(part),
          ...plain(part),
        ]),
  ])

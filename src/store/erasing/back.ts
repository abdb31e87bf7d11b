import type Database from 'better-sqlite3'
import { addressesBack, eraseAddress, type Address } from './address.ts'
import {
  isAddress,
  isNumbered,
  isWords,
  type Erasure,
  type Line,
  type WordsErasure,
} from './list.ts'
import { madeAt, runSteps, whatGoes } from './steps.ts'
import { rewrite, wordsBack } from './words.ts'

/** What a list says must stay erased, and is in a record. */
export interface Back {
  numbered: Erasure[]
  addresses: Address[]
  words: WordsErasure[]
}

export const backIn = (client: Database.Database, list: readonly Line[]): Back => ({
  numbered: list.filter(isNumbered).filter((each) => isBack(client, each)),
  addresses: addressesBack(client, list.filter(isAddress)),
  words: list.filter(isWords).filter((each) => wordsBack(client, each).length > 0),
})

export const eraseBack = (
  client: Database.Database,
  { numbered, addresses, words }: Back,
): void => {
  for (const each of words) rewrite(client, wordsBack(client, each))
  for (const each of numbered) runSteps(client, each)
  for (const each of addresses) eraseAddress(client, each)
}

/** The same record, by its number and by when it was made, with words that were to go. */
const isBack = (client: Database.Database, { noun, id, madeAt: made }: Erasure): boolean =>
  madeAt(client, noun, id) === made && whatGoes(client, noun, id).length > 0

export const isAnyBack = ({ numbered, addresses, words }: Back): boolean =>
  numbered.length + addresses.length + words.length > 0

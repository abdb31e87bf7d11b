import { readdirSync, readFileSync } from 'node:fs'
import type { Language, WordsFile } from './languages.ts'

/** Every language of `views/words/`, English first. */
export const readLanguages = (folder: string): Language[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .toSorted((a, b) => Number(b === 'en') - Number(a === 'en') || a.localeCompare(b))
    .map((code) => {
      const { language, words } = JSON.parse(
        readFileSync(`${folder}/${code}.json`, 'utf8'),
      ) as WordsFile
      return { code, ...language, words }
    })

import Database from 'better-sqlite3'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { readLanguages } from '../../../../src/web/words/read-languages.ts'
import { type Fields, type House, PEOPLE, type Visitor } from '../../../support/house.ts'
import {
  textsToTranslate,
  translationState,
} from '../../../../src/domain/publishing/translations.ts'
import type { Original } from '../../../../src/domain/publishing/told.ts'
import type { TranslationWords } from '../../../../src/domain/publishing/kinds/translation.ts'

export const SAID = 'The park is dark in the evening.'
export const DID = 'There is no answer yet. It goes to the next round table.'
export const STEP = 'A resident told us.'
/** The entry in French, by its English. */
export const FRENCH: Record<string, string> = {
  [SAID]: 'Le parc est sombre le soir.',
  [DID]: 'Pas encore de réponse. La prochaine table ronde en parlera.',
  'Told to us': 'On nous l’a dit',
  [STEP]: 'Un habitant nous l’a dit.',
}
/** What the page itself says in French. */
export const WORDS = readLanguages('views/words').find((each) => each.code === 'fr')!
  .words as Record<string, string>

/** An entry that is public, told from a phone call. */
export const told = async (house: House) => {
  const laptop = house.signIn(PEOPLE.coordinator)
  const manager = house.signIn(PEOPLE.approver)
  const concernId = Number(
    (await laptop.post('/desk/concerns', { text: 'The park is dark', originKind: 'phone' })).headers
      .location!.split('/')
      .at(-1),
  )
  const path = String(
    (await laptop.post('/desk/entries', { kind: 'entry', concernId })).headers.location,
  )
  const publication = () => house.store.publications.find(Number(path.split('/').at(-1)))!
  const write = (fields: Fields = {}) =>
    laptop.post(`${path}/drafts`, {
      said: SAID,
      did: DID,
      origin: 'Told to us',
      on: '',
      strength: '',
      worked: '',
      trail: `January 2022: ${STEP}`,
      basedOn: draftOf(publication())!.id,
      ...fields,
    })
  const publish = () => tell(laptop, manager, path, () => draftOf(publication())!.id)
  await write()
  await publish()
  const slug = publication().slug!
  return {
    laptop,
    manager,
    concernId,
    path,
    publication,
    write,
    publish,
    slug,
    of: { kind: 'entry', slug } as Original,
    republish: async (fields: Fields) => {
      await write(fields)
      await publish()
    },
  }
}
export type Told = Awaited<ReturnType<typeof told>>

/** Someone approves what another wrote, and it is published. */
const tell = async (
  writer: Visitor,
  approver: Visitor,
  path: string,
  draftId: () => number,
): Promise<void> => {
  const approved = await approver.post(`${path}/approval`, { draftId: draftId() })
  const published = await writer.post(`${path}/publication`)
  if (approved.statusCode !== 303 || published.statusCode !== 303)
    throw new Error(`not published: ${approved.statusCode}, ${published.statusCode}`)
}

/** The page on the desk where it is translated, and what a person types into it. */
export const translating = async (
  house: House,
  { laptop, manager, slug }: Told,
  language = 'fr',
) => {
  const path = String(
    (await laptop.post('/desk/translations', { language, kind: 'entry', slug })).headers.location,
  )
  const publication = () => house.store.publications.find(Number(path.split('/').at(-1)))!
  /** What stands in the form, piece by piece, as the browser shows it. */
  const form = async (visitor = laptop) => {
    const page = (await visitor.get(path)).body
    const basedOn = page.match(/name="basedOn" value="(\d+)"/)![1]!
    const pieces = [
      ...page.matchAll(
        /name="english-(\d+)" value="([^"]*)"[\s\S]*?<textarea id="words-piece-\d+" name="piece-\d+"[^>]*>\n?([^<]*)<\/textarea>/g,
      ),
    ].map(([, n, english, text]) => ({ n: n!, english: plain(english!), text: plain(text!) }))
    return { basedOn, pieces }
  }
  const fieldsOf = (
    { basedOn, pieces }: Awaited<ReturnType<typeof form>>,
    tongue: Record<string, string>,
    checked: boolean,
  ): Fields => ({
    basedOn,
    checked: checked ? 'yes' : 'no',
    ...Object.fromEntries(
      pieces.flatMap(({ n, english, text }) => [
        [`english-${n}`, english.replaceAll('\n', '\r\n')],
        [`piece-${n}`, tongue[english] ?? text],
      ]),
    ),
  })
  const write = async (tongue: Record<string, string> = FRENCH, checked = false) =>
    laptop.post(`${path}/drafts`, fieldsOf(await form(), tongue, checked))
  const publish = () => tell(laptop, manager, path, () => draftOf(publication())!.id)
  return {
    path,
    publication,
    form,
    fieldsOf,
    write,
    publish,
    words: () => draftOf(publication())!.words as TranslationWords,
    told: async (tongue = FRENCH, checked = false) => {
      await write(tongue, checked)
      await publish()
    },
  }
}
export const plain = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

export const stateOf = (house: House, { of }: Told, language = 'fr') =>
  translationState(
    house.store.published.board(),
    of,
    textsToTranslate(house.store.published.board(), of),
    language,
  )
export const readIn = async (house: House, { slug }: Told, language = 'fr'): Promise<string> =>
  (await house.stranger().get(`/${language}/entries/${slug}`)).body

/**
 * Every row that the public side is made of, as it lies on the disk, with the pages of the file
 * that were freed.
 */
export const copiesIn = (house: House): string => {
  const db = new Database(house.file, { readonly: true })
  const rows = JSON.stringify(
    db.prepare('select kind, slug, words, change_words from copies').all(),
  )
  db.close()
  return rows
}

export type Translating = Awaited<ReturnType<typeof translating>>

import { lastHappenedOn } from '../../../domain/publishing/kinds/entry/facts.ts'
import { GROUNDS } from '../../../domain/depth.ts'
import { languageName } from '../../../domain/language.ts'
import { may } from '../../../domain/may.ts'
import { kindOf, KINDS, type Words } from '../../../domain/publishing/kinds/kinds.ts'
import type { LeafletWords } from '../../../domain/publishing/kinds/leaflet.ts'
import { nameOf } from '../../../domain/publishing/name.ts'
import { contactsIn, namedIn } from '../../../domain/publishing/pieces.ts'
import { draftOf, isPublished, type Publication } from '../../../domain/publishing/publication.ts'
import { namesOf } from '../../../work/names.ts'
import type { Failed } from '../../change.ts'
import type { Path } from '../../to.ts'
import type { PublicationPage } from '../../views/desk/publishing.ts'
import { saidByResidents } from '../residents/verdicts.ts'
import { frameOf } from '../route.ts'
import type { Desk, Visit } from '../visit.ts'
import { groupsOf } from './check-groups.ts'
import { numbersFor } from './numbers-for.ts'
import { previewOf } from './preview.ts'
import { privateSource } from './private-source.ts'
import { piecesNow } from './translation-form.ts'

/**
 * The page where what is told is written, checked, approved and published, for whoever reads it.
 * `at` is where the eyes go on after a save.
 */
export const publicationPage = (
  visit: Visit,
  publication: Publication,
  at: string,
  failed?: Failed,
): PublicationPage => {
  const { store, desk } = visit
  const name = nameOf(publication, store.sources.source())
  const { words } = draftOf(publication)!
  const checks = store.sources.checks(publication)
  return {
    at,
    frame: frameOf(visit, name, 'entries', failed),
    names: namesOf(store),
    publication,
    name,
    checks,
    groups: groupsOf(checks),
    contacts: contactsIn(words),
    published: isPublished(publication),
    toldAt: toldAt(publication, words),
    languages: [...desk.languages],
    language: languageOf(words, desk.languages),
    grounds: GROUNDS,
    ...writtenOn(visit, publication),
    ...madeFrom(visit, publication),
    ...ofResidents(visit, publication),
    ...permissions(visit, publication),
  }
}

/** The words, the fields that they are typed in, and how they will look. */
const writtenOn = (visit: Visit, publication: Publication) => {
  const { store } = visit
  const { id, words, coversIds } = draftOf(publication)!
  const kind = kindOf(words)
  const translated = kind.translates?.(words)
  const organisations = store.organisations.list()
  const codes = namedIn(words)
  const suggested = store.sources.suggested(publication)
  return {
    words,
    draftId: id,
    kind: {
      isTranslated: kind.isTranslated,
      isWithdrawn: kind.isWithdrawn,
      words: `/desk/publishing/kinds/_words-${kind.parts.words}` as const,
      source: kind.parts.source
        ? (`/desk/publishing/kinds/_source-${kind.parts.source}` as const)
        : null,
    },
    fields: store.sources.fields(publication) ?? [],
    typed: { ...kind.typed(words, coversIds), ...suggested },
    isFilledIn: Object.values(suggested).some(Boolean),
    pieces: translated ? piecesNow(store.published.board(), translated) : [],
    preview: previewOf(visit, words),
    fileAt: fileAt(visit, publication),
    ...recordedOf(visit, publication),
    named: organisations.filter((each) => codes.includes(each.code)).map((each) => each.publicName),
  }
}

/** The entry read aloud, and whether each recording still reads these words. */
const recordedOf = ({ store, desk }: Visit, publication: Publication) => {
  const { words } = draftOf(publication)!
  const { concernId } = publication
  const read =
    words.kind === 'entry' && concernId
      ? {
          all: store.recordings.ofConcern(concernId),
          now: store.sources.source().readIn(concernId, words),
        }
      : undefined
  return {
    recordings: (read?.all ?? []).map((recording) => ({
      recording,
      name: languageName(recording.language),
      tongue: desk.languages.find(({ code }) => code === recording.language),
      isCurrent: recording.reads === read!.now(recording.language),
    })),
    tongues: desk.languages.map(({ code }) => ({ code, name: languageName(code) })),
  }
}

/** What the table wrote, which is never published. */
const madeFrom = (visit: Visit, publication: Publication) => {
  const { store, who } = visit
  const { concernId, roundTableId } = publication
  const concern = concernId === null ? undefined : store.concerns.find(concernId, who)
  const all = concern ? store.sources.actionsOf(concern.id) : []
  const actions = all.filter((action) => action.depth !== 'named')
  return {
    source: {
      concern,
      actions,
      blocked: all.length - actions.length,
      table: roundTableId === null ? undefined : store.roundTables.findById(roundTableId),
    },
    happened: lastHappenedOn(all),
    standing: store.sources.standingOf(publication) ?? ('unanswered' as const),
    evidence: privateSource(store, publication),
    numbers: numbersFor(visit, publication, all),
  }
}

/** What readers say of it, for those who read messages. */
const ofResidents = ({ store, who }: Visit, { id, kind, slug }: Publication) => ({
  said: saidByResidents(store, (each) => each.id === id),
  heard:
    may.readMessages(who) && kind === 'entry' && slug !== null ? store.verdicts.words(slug) : [],
})

const permissions = ({ store, who }: Visit, publication: Publication) => {
  const { writerId } = draftOf(publication)!
  const alone = store.people.isAlone()
  return {
    alone,
    mayDraft: may.draft(who),
    mayApprove: may.approve(who, writerId, alone),
    isWriter: writerId === who.personId,
    mayComment: may.comment(who),
    commentAs: who.organisationId,
  }
}

/** Where residents find it, as steps of an address; a translation stands under its language. */
const toldAt = ({ kind, slug }: Publication, words: Words): [Path, ...string[]] => {
  const page = KINDS[kind]?.page
  if (page && slug !== null) return [`/${page.path}`, slug]
  const translated = kindOf(words).translates?.(words)
  const original = translated && KINDS[translated.of.kind]?.page
  return original ? ['/', translated.language, original.path, translated.of.slug] : ['/']
}

const languageOf = (words: Words, languages: Desk['languages']) => {
  const translated = kindOf(words).translates?.(words)
  const language = languages.find((each) => each.code === translated?.language)
  return language
    ? { name: languageName(language.code), locale: language.locale, dir: language.dir }
    : null
}

/** R13: whoever approves opens the very file that will be published, before its page is there. */
const fileAt =
  ({ store }: Visit, publication: Publication) =>
  ({ language, hash }: LeafletWords['files'][number]): [Path, ...(string | number)[]] | null => {
    const { leaflet } = store.sources.evidence.find(publication)
    const file = leaflet?.files.find((each) => each.language === language && each.hash === hash)
    return leaflet && file ? ['/desk/leaflets', leaflet.id, 'files', file.id] : null
  }

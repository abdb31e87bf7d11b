import { lackOf, nameIn, pieceOf, USUAL, isRewritten } from './usual.ts'
import { handedOut, leafletTermsOf } from '../../evidence/leaflet.ts'
import { inTens } from '../../evidence/small-numbers.ts'
import { FIRST, type Change, type Counts, type Label } from '../told.ts'
import { type Field, type Kind } from './kind.ts'

/** Something to hand out. */
export interface LeafletWords {
  kind: 'leaflet'
  change: Change
  counts?: Counts
  sample?: string[]
  who: Label | null
  version: string
  /**
   * Codes of the languages it is in, and the file in each, by its fingerprint: an approval holds
   * for the very bytes (R13).
   */
  languages: string[]
  files: { language: string; hash: string; size: number }[]
  /** How many were handed out, in whole tens; nothing below ten (R17). */
  copies: number | null
  title: string
  answers: string
  place: string
  handed: string
  /** The address of the one it takes the place of. */
  replaces: string | null
  /** The entries of the question that it answers. */
  entries?: string[] | undefined
}

const FIELDS: (Field & { name: 'title' | 'version' | 'answers' | 'place' | 'handed' })[] = [
  { name: 'title', label: 'Title', hint: 'As it stands on the leaflet.', most: 120 },
  { name: 'version', label: 'Version', hint: 'Like “March 2022”.', most: 60 },
  {
    name: 'answers',
    label: 'Which question it answers',
    hint: 'As a resident would ask it.',
    rows: 2,
    most: 200,
  },
  {
    name: 'place',
    label: 'Where to get it',
    hint: 'A place that everyone knows.',
    rows: 2,
    most: 200,
  },
  {
    name: 'handed',
    label: 'Handed out',
    hint: 'By whom, and to whom. One on a line.',
    rows: 3,
    most: 600,
  },
]

export const leaflet: Kind<LeafletWords> = {
  ...USUAL,
  kind: 'leaflet',
  of: 'leafletId',
  name: (words) => words?.title || 'A leaflet',

  /** A leaflet is made to be read by everyone, so its own words are lent at any depth but named. */
  begin: (subject, source, today) => {
    const matter = source.leaflet(subject.leafletId)
    if (!matter || matter.depth === 'named') return undefined
    const { title, version, answers, place } = leafletTermsOf(matter)
    const handed = matter.handings
      .map((each) => `${source.organisation(each.organisationId).name}: ${each.toWhom}`)
      .join('\n')
    const own: Record<string, string> = { title, version, answers, place, handed }
    const decision = leaflet.write(subject, source, (field) => own[field] ?? '', today)
    return decision?.accepted ? decision.value : undefined
  },
  fields: () => FIELDS,
  typed: (words) => Object.fromEntries(FIELDS.map(({ name }) => [name, words[name]])),
  /** Whose it is, its files and how many went are the record's; the words are typed. */
  write: ({ leafletId }, source, typed) => {
    const matter = source.leaflet(leafletId)
    if (!matter) return undefined
    const { organisationId, languages, replacesId, actionId } = leafletTermsOf(matter)
    const answered = source.entriesOf(source.concernsOfActions(actionId === null ? [] : [actionId]))
    const words: LeafletWords = {
      kind: 'leaflet',
      change: FIRST,
      who: organisationId === null ? null : source.organisation(organisationId),
      languages,
      files: matter.files.map(({ language, hash, size }) => ({ language, hash, size })),
      copies: inTens(handedOut(matter)),
      replaces: source.leafletAt(replacesId),
      entries: answered.length > 0 ? answered : undefined,
      version: typed('version'),
      title: typed('title'),
      answers: typed('answers'),
      place: typed('place'),
      handed: typed('handed'),
    }
    return { accepted: true, value: { words, coversIds: [] } }
  },
  hasChanged: (words, coversIds, subject, source) =>
    isRewritten(leaflet, words, coversIds, subject, source),
  hasMovedOn: (words, coversIds, subject, source) =>
    isRewritten(leaflet, words, coversIds, subject, source),

  pieces: (words) => [
    ...FIELDS.map(({ name }) => pieceOf(name, words[name])),
    nameIn('title', words.who),
  ],
  lacks: (words) => [
    ...lackOf('title', words.title, 'Write the title that stands on it'),
    ...lackOf('answers', words.answers, 'Say which question it answers'),
    ...(words.files.length > 0
      ? []
      : lackOf('place', words.place, 'Say where to get it, or put its file here')),
  ],
  named: (words) => (words.who ? [words.who.code] : []),
  files: (words) => words.files,

  slug: (_words, _subject, on) => ({ in: on }),
  inOrder: (a, b) => a.words.title.localeCompare(b.words.title),
  page: {
    path: 'leaflets',
    folder: 'evidence/leaflets',
    as: 'leaflet',
    isSpecial: true,
    heading: 'leaflets.title',
    title: (words) => words.title,
    description: (words) => words.answers,
  },
  isToldAnew: true,
  isTranslated: true,
  parts: { words: 'fields', preview: 'page', source: 'evidence' },
}

import type { Day, When } from '../../day.ts'
import { refuse } from '../../decision.ts'
import { FIRST, type Change, type Counts, type Label } from '../told.ts'
import { type Field, type Kind } from './kind.ts'
import { isRewritten, lackOf, nameIn, pieceOf, USUAL } from './usual.ts'

/** A photo of what was done, beside the entry that tells of it. */
export interface PhotoWords {
  kind: 'photo'
  change: Change
  counts?: Counts
  sample?: string[]
  /** What can be seen in it, for those who cannot see it. */
  alt: string
  who: Label | null
  on: When
  entry: string
  picture: { hash: string; size: number; width: number; height: number }
  /** True where someone in it can be recognised, and everyone who can be has said yes. */
  recognised: boolean
  /** The last day of that yes. */
  until: Day | null
}

const FIELDS: Field[] = [
  {
    name: 'alt',
    label: 'What can be seen in it',
    hint: 'For those who cannot see it. One or two sentences, and no names.',
    rows: 2,
    most: 300,
    needed: 'Say what can be seen in it, for those who cannot see it',
  },
]

/** Begun where somebody looked who can be recognised; the picture itself is never changed. */
export const photo: Kind<PhotoWords> = {
  ...USUAL,
  kind: 'photo',
  of: 'shownPhotoId',
  name: (words) => (words?.alt ? `Photo: ${words.alt}` : 'A photo that was taken back'),

  begin: () => undefined,
  fields: () => FIELDS,
  typed: ({ alt }) => ({ alt }),
  write: ({ shownPhotoId }, source, typed) => {
    const shown = source.shownPhoto(shownPhotoId)
    if (!shown)
      return refuse(
        'alt',
        'The entry does not tell of this action any more, or the photo was taken back',
      )
    const { actionId, ...facts } = shown
    const words: PhotoWords = { kind: 'photo', change: FIRST, alt: typed('alt'), ...facts }
    return { accepted: true, value: { words, coversIds: [actionId] } }
  },
  hasMovedOn: (words, coversIds, subject, source) =>
    isRewritten(photo, words, coversIds, subject, source),
  hasChanged: (words, coversIds, subject, source) =>
    isRewritten(photo, words, coversIds, subject, source),

  pieces: ({ alt, who }) => [pieceOf('alt', alt), nameIn('alt', who)],
  lacks: ({ alt }) => lackOf('alt', alt, 'Say what can be seen in it'),
  named: ({ who }) => (who ? [who.code] : []),
  covers: () => 'actions',
  forgotten: (words) => ({ ...words, alt: '' }),
  pictures: ({ picture }) => [picture.hash],

  slug: (_words, { shownPhotoId }) => ({ at: `photo-${shownPhotoId}` }),
  isBesideEntry: true,
  isTranslated: true,
  parts: { words: 'fields', preview: 'photo', source: 'evidence' },
}

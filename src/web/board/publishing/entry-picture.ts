import type { Copy } from '../../../domain/publishing/board.ts'
import type { EntryWords } from '../../../domain/publishing/kinds/entry.ts'
import { pairOf } from '../../../domain/publishing/kinds/entry/passed-on.ts'
import { say } from '../../../domain/say.ts'
import type { Moon, PairWords } from '../../files/pictures/picture.ts'
import type { Reader } from '../reader.ts'
import { sampleTag } from './feeds/feed.ts'

/**
 * What other sites show beside a link to an entry: the pair and who tells it, in the language of the
 * address, and nothing that its page does not say (R10).
 */
export const pairOfPicture = (reader: Reader, { words }: Copy<EntryWords>): PairWords => {
  const { t, board } = reader
  return {
    saidLabel: t.text('pair.said'),
    said: t.plain(words.said),
    didLabel: t.text(`pair.${pairOf(words)}`),
    did: t.plain(words.did).split('\n')[0] ?? '',
    name:
      (board.partnership ? t.plain(board.partnership.name) : t.text('brand')) + sampleTag(reader),
    moon: say.look(words.standing) as Moon,
    fromRight: t.language.dir === 'rtl',
  }
}

/** Where it is, with its copy in the address: a site that keeps pictures asks for the newer one. */
export const linkOfPicture = (
  { t, to }: Reader,
  { slug, version, words }: Copy<EntryWords>,
): { at: string; words: string } => ({
  at: `${to.site('/entries', slug, 'picture.png')}?copy=${version}`,
  words: [
    `${t.text('pair.said')}: ${t.plain(words.said)}`,
    `${t.text(`pair.${pairOf(words)}`)}: ${t.plain(words.did)}`,
  ].join(' '),
})

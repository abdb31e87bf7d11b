import type { Copy } from '../../../../domain/publishing/board.ts'
import type { EntryWords } from '../../../../domain/publishing/kinds/entry.ts'
import { askedIn, couldNot } from '../../../../domain/publishing/kinds/entry/facts.ts'
import { pairOf } from '../../../../domain/publishing/kinds/entry/passed-on.ts'
import { quotesOf } from '../../../../domain/publishing/related.ts'
import { isLate } from '../../../../domain/publishing/voices.ts'
import { joined, markup, write, type Markup } from '../../../markup.ts'
import type { Voice } from '../../../words/voice.ts'
import type { Block, PaperPair } from '../../../views/poster.ts'
import type { Reader } from '../../reader.ts'
import { piecesOf } from './cut.ts'

type Said = string | Markup

/** The paragraphs of a pair. `most` is the letters of the longest, where a pair has to be parted. */
export const pairOnPaper = (
  reader: Reader,
  entry: Copy<EntryWords>,
  most = Infinity,
): PaperPair => {
  const { words, slug } = entry
  const quotes = quotesOf(reader.board, slug, reader.today)
  const { said, did, worked, on } = words
  const roles = quotes.map((each) => each.role)
  const { t, mark } = reader.t.marking({ said, did, worked, on, quotes: roles })
  const [saidTag, didTag] = [t.tagOf(said), t.tagOf(did)]
  const cut = (line: string): string[] => piecesOf(line, most)
  return {
    entry,
    tag: saidTag ? markup`(${t(saidTag)})` : '',
    label: markup`<b>${t(`pair.${pairOf(words)}`)}</b> ${mark}${
      didTag && didTag !== saidTag ? markup` <span class="small">(${t(didTag)})</span>` : ''
    }`,
    said: t.lines(said, cut).map((line) => ({ as: 'words', said: line })),
    did: [
      ...t.lines(did, cut).map(asLine),
      ...quotes.map((quote) =>
        asLine(
          markup`<b>${t('entry.quote')}</b> ${t.own(quote.role)}${t('list.colon')}<span class="quote">${t.quoted(quote.words)}</span>`,
        ),
      ),
      ...workedLines(t, words).map(asLine),
      ...words.actions
        .filter((each) => isLate(each, reader.today))
        .map(({ by }): Block => ({
          as: 'late',
          said: t('entry.lateIt', { when: t.when(by ?? reader.today) }),
        })),
      ...couldNot(words).map((left) =>
        asLine(markup`<b>${t('entry.couldNot')}</b> ${left ? t.own(left) : t('entry.part')}`),
      ),
      ...(words.notYetClosed && words.standing === 'done' ? [asLine(t('entry.notClosedDot'))] : []),
      { as: 'small', said: whoAndWhen(t, words, reader) },
    ],
  }
}

const asLine = (said: Said): Block => ({ as: 'line', said })

const workedLines = (t: Voice, { worked }: EntryWords): Markup[] => {
  if (!worked) return []
  const how =
    worked.strength !== 'early'
      ? markup`(${t(`strength.${worked.strength}`)})`
      : worked.words
        ? ''
        : t('strength.early')
  return [markup`<b>${t('entry.helped')}</b> ${t.own(worked.words)} ${how}`]
}

/** Who did it and when, or how long it has waited. */
const whoAndWhen = (t: Voice, words: EntryWords, { today }: Reader): Markup => {
  const asked = askedIn(words)
  const who = words.who.length
    ? t.names(words.who.map((each) => each.name))
    : asked.length
      ? t('entry.notAcceptedBy', { name: t.list(asked.map((each) => t.own(each.name))) })
      : t('entry.noOwner')
  const days = t.daysSince(words.raisedOn, today)
  const when = words.on
    ? markup`${t('list.stop')} ${t.when(words.on)}`
    : words.standing === 'unanswered'
      ? markup`${t('list.stop')} ${t('entry.waiting')}${t('list.colon')}${
          days < 1 ? t('entry.sinceToday') : t.days(days)
        }`
      : ''
  return joined([who, when])
}

/** What is read of words on a page: without what marks their language. */
export const plainOf = (said: Said): string => write(said).replace(/<[^<>]*>/g, '')

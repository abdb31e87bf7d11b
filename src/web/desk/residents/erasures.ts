import { z } from 'zod'
import { accept, decide } from '../../../domain/decision.ts'
import { may } from '../../../domain/may.ts'
import { holdsWords, isName } from '../../../domain/people/erased-words.ts'
import { nameOf } from '../../../domain/publishing/name.ts'
import { show } from '../../answer.ts'
import { byPolicy, nothing, type Failed } from '../../change.ts'
import { email, needed, parse, someWords } from '../../forms.ts'
import { to, type Path } from '../../to.ts'
import { view } from '../../views/desk.ts'
import type { ErasureLook } from '../../views/desk/residents.ts'
import type { Drawn } from '../../views/view.ts'
import { change, frameOf, page, post, type Handler, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'

const PLACE = '/desk/erasures'
const WORDS_PLACE = '/desk/erasures/words'

const step = z.enum(['look', 'erase']).default('look')
const AddressForm = z.strictObject({ address: email(), step })
const WordsForm = z.strictObject({
  words: needed('Write the name', 100).refine(
    isName,
    'That is too short: it would take out too much. Write the whole name',
  ),
  /** The sentences that were ticked, as the page named them. */
  rows: someWords(100),
  step,
})

const erasePage = (visit: Visit, look: ErasureLook, failed?: Failed): Drawn =>
  view('desk/residents/erasures/index', {
    frame: frameOf(visit, 'Erase an address or a name', 'messages', failed),
    look,
    done: look === null && !failed ? (visit.query.done ?? '') : '',
  })

/** What stands under an address; and the one who signs in with it, who is erased elsewhere. */
const lookAtAddress = (visit: Visit, typed: string): ErasureLook => {
  const { store, by } = visit
  const address = typed.toLowerCase()
  const person = store.people.list().find((each) => each.email.toLowerCase() === address)
  return {
    kind: 'address',
    typed: address,
    goes: store.erasures.whatGoesOf(address, seenBy(visit).message, by.at),
    person: person ? { id: person.id, isHere: person.endedAt === null } : null,
  }
}

/** Where a name stands, in what this person may see; and what has to be written anew first. */
const lookAtWords = (visit: Visit, typed: string): ErasureLook => ({
  kind: 'words',
  typed,
  sentences: visit.store.erasures.sentencesWith(typed, seenBy(visit)),
  told: toldWith(visit, typed),
})

/** R11: a private matter's words are erased by those who may see it. */
const seenBy = ({ store: { glances, programmes }, who }: Visit) => {
  const ids = (all: { id: number }[]): number[] => all.map((each) => each.id)
  const seen = (all: Iterable<Seen>): number[] =>
    ids([...all].filter((each) => each.isTakenOut !== true && may.see(who, each)))
  return {
    concern: seen(glances.concerns()),
    action: seen(glances.actions()),
    event: seen(glances.events()),
    programme: ids(programmes.list(who)),
    message: ids([...glances.messages()].filter((each) => may.seeMessage(who, each))),
  }
}
type Seen = Parameters<typeof may.see>[1] & { id: number; isTakenOut?: boolean }

/** What is public, or on its way there, and holds a name: a copy and its draft never differ (R13, R15). */
const toldWith = ({ store }: Visit, typed: string): { id: number; name: string }[] => {
  const told = new Set(store.erasures.copiesWith(typed).map(({ kind, slug }) => `${kind} ${slug}`))
  return store.publications
    .list()
    .filter(({ kind, slug, drafts, withdrawal }) => {
      const inHand = withdrawal === null && drafts.at(-1)
      return (
        told.has(`${kind} ${slug}`) || (inHand && holdsWords(JSON.stringify(inHand.words), typed))
      )
    })
    .map((each) => ({ id: each.id, name: nameOf(each) }))
}

const ofErasing = { find: nothing, allow: byPolicy }

const eraseAddress = change(PLACE, 'readMessages', {
  ...ofErasing,
  name: 'address',
  form: AddressForm,
  decide: (_visit: Visit, _nothing, { address }) => accept(address),
  record: (visit, _nothing, address) => {
    visit.desk.dropLettersTo(address)
    visit.store.afterwards(() => visit.desk.backups?.forget())
    visit.store.erasures.recordAddress(address, seenBy(visit).message, visit.by)
  },
  answer: () => to(PLACE, { done: 'address' }),
  again: (visit, _nothing, failed) => erasePage(visit, null, failed),
})

const eraseWords = change(WORDS_PLACE, 'readMessages', {
  ...ofErasing,
  name: 'words',
  form: WordsForm,
  decide: (visit: Visit, _nothing, { words, rows }) =>
    decide(
      [
        toldWith(visit, words).length > 0 && {
          field: 'words',
          reason: 'It stands in public words. Write those anew first, or withdraw them',
        },
        rows.length === 0 && {
          field: 'words',
          reason: 'Tick the sentences that it is taken out of',
        },
      ],
      () => ({ words, rows }),
    ),
  record: (visit, _nothing, { words, rows }) => {
    visit.store.afterwards(() => visit.desk.backups?.forget())
    visit.store.erasures.recordWords(words, { seen: seenBy(visit), keys: rows }, visit.by)
  },
  answer: () => to(PLACE, { done: 'words' }),
  again: (visit, _nothing, failed) => erasePage(visit, wordsLook(visit), failed),
})

/** Looking changes nothing, and asks nobody who they are. What is typed never stands in an address. */
const lookFirst =
  (erase: Route, look: (visit: Visit) => ErasureLook): Handler =>
  (visit) => {
    const found = isErasing(visit.body) ? null : look(visit)
    return found === null ? erase.handler(visit) : show(visit.reply, erasePage(visit, found))
  }

const isErasing = (body: unknown): boolean => (body as { step?: unknown } | null)?.step === 'erase'

const addressLook = (visit: Visit): ErasureLook => {
  const form = parse(AddressForm, visit.body)
  return form.accepted ? lookAtAddress(visit, form.value.address) : null
}
const wordsLook = (visit: Visit): ErasureLook => {
  const form = parse(WordsForm, visit.body)
  return form.accepted ? lookAtWords(visit, form.value.words) : null
}

const erasing = (path: Path, erase: Route, look: (visit: Visit) => ErasureLook): Route =>
  post(path, 'readMessages', lookFirst(erase, look), { asksWho: isErasing })

/** R29: what stands under an address, and a name in what others wrote, taken out for good. */
export const erasuresRoutes: readonly Route[] = [
  page(PLACE, 'readMessages', (visit) => erasePage(visit, null)),
  erasing(PLACE, eraseAddress, addressLook),
  erasing(WORDS_PLACE, eraseWords, wordsLook),
]

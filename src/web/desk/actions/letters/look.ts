import type { Letter } from '../../../../mail/letter.ts'
import { markedWith } from '../../../../mail/dressed.ts'
import { seenBy } from '../../../../work/letters/looked-at.ts'
import { waitingNow, worldOf } from '../../../../work/clock/reminders.ts'
import { accept } from '../../../../domain/decision.ts'
import { byPolicy, NothingTyped, type Failed } from '../../../change.ts'
import { notFound } from '../../../errors.ts'
import { to, type Path } from '../../../to.ts'
import type { LetterLine } from '../../../views/desk/letters.ts'
import { view } from '../../../views/desk.ts'
import type { Drawn } from '../../../views/view.ts'
import { idIn } from '../../names.ts'
import { change, frameOf, get, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { isShown, lineOf } from './letter-lines.ts'

/** A letter that somebody looks at: as it would go this minute, and what is known of it. */
export interface Looked {
  at: Path
  title: string
  /** When it goes, or what it is an example of. */
  says: string
  /** None where there is nothing left to say, or it has gone. */
  letter: Letter | undefined
  /** What stands in the letterbox; nothing for an example, or for what is not written yet. */
  line: LetterLine | null
  /** What a copy to oneself says that it is. */
  mark: [mark: string, words: string]
}

const COPY: Looked['mark'] = [
  'copy',
  'This is a copy of a letter to someone else, for you to look at. Its links lead nowhere.',
]
const EXAMPLE: Looked['mark'] = [
  'example',
  'This is an example of a letter. It is about nothing real, and its links lead nowhere.',
]

const LETTERS = '/desk/letters'

/** One that stands in the letterbox, where this person may look at it (R11). */
export const lookAtRow = (visit: Visit): Looked => {
  const { store, who, desk, params } = visit
  const row = store.letters.find(idIn(params.id))
  if (!row || !isShown(visit, row)) throw notFound()
  const line = lineOf(visit, row)
  return {
    at: to(LETTERS, row.id),
    title: `Letter to ${line.name}`,
    says: '',
    // What went is not written anew: today it would say something else.
    letter:
      row.postedAt === null
        ? desk.letters.look(row, seenBy(store, store.notices.inLetter(row.id), who))
        : undefined,
    line,
    mark: COPY,
  }
}

/** What waits for someone who is not written to yet, as they chose. */
const lookAtNext = (visit: Visit): Looked => {
  const { store, who, desk, params } = visit
  const person = store.people.find(idIn(params.id))
  const all = waitingNow(store, worldOf(store, desk.now()))
  const waiting = seenBy(store, all, who).filter((each) => each.personId === person?.id)
  if (!person || waiting.length === 0) throw notFound()
  return {
    at: to(LETTERS, 'next', person.id),
    title: `Next letter to ${person.name}`,
    says: 'It is not written yet: this is what it would say today. It goes on the day that they chose.',
    letter: desk.letters.look(
      { ...NOT_WRITTEN, kind: 'actions', personId: person.id, at: desk.at(), tryAt: desk.at() },
      waiting,
    ),
    line: null,
    mark: COPY,
  }
}

const NOT_WRITTEN = {
  id: 0,
  roundTableId: null,
  readerId: null,
  followerId: null,
  invitationId: null,
  batonId: null,
  messageId: '',
  sentById: null,
  tries: 0,
  postedAt: null,
  fault: null,
  heldAt: null,
  heldById: null,
} as const

const lookAtExample = ({ desk, params }: Visit): Looked => {
  const example = desk.letters.examples().find((each) => each.code === params.code)
  if (!example) throw notFound()
  return {
    at: to(LETTERS, 'kinds', example.code),
    title: example.name,
    says: `An example. ${example.when}`,
    letter: markedWith(example.letter, ...EXAMPLE),
    line: null,
    mark: EXAMPLE,
  }
}

/** The page of a letter: as it will look on a phone, and as plain words. */
export const lookPage = (visit: Visit, looked: Looked, failed?: Failed): Drawn => {
  // The letter stands in a frame of its own, which this page alone may hold.
  visit.reply.header('content-security-policy', WITH_FRAME)
  return view('desk/actions/letters/show', {
    frame: frameOf(visit, looked.title, 'letters', failed),
    ...looked,
    isSent: visit.query.sent === 'yes',
    own: visit.store.people.find(visit.who.personId)!.email,
  })
}

const WITH_FRAME =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** A letter may set its own styles and nothing else: no script, no picture, nobody else's page. */
const AS_LETTER = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'"

/** The page of something that is looked at, the letter itself, and a copy to oneself. */
const looksAt = (path: Route['path'], find: (visit: Visit) => Looked): Route[] => [
  get(path, 'keep', (visit) => {
    const { name, data } = lookPage(visit, find(visit))
    return visit.reply.view(name, data)
  }),
  get(`${path}/html`, 'keep', (visit) => {
    const { letter } = find(visit)
    const { reply } = visit
    if (!letter?.html) return reply.type('text/plain').send('There are no words to show.')
    return reply
      .headers({ 'content-security-policy': AS_LETTER, 'x-frame-options': 'SAMEORIGIN' })
      .type('text/html; charset=utf-8')
      .send(letter.html)
  }),
  change(`${path}/copy`, 'keep', {
    name: 'copy',
    find,
    allow: byPolicy,
    form: NothingTyped,
    decide: (_visit, looked) => accept(looked.letter),
    record: (visit, { mark }, letter) => {
      const { store, desk, who, request, by } = visit
      const own = store.people.find(who.personId)!.email
      store.letters.recordCopy(visit.params.code ?? visit.params.id!, by)
      if (letter === undefined) return
      const { headers: _headers, calendar: _calendar, ...rest } = letter
      const copy = mark === EXAMPLE ? rest : markedWith(rest, ...mark)
      store.afterwards(() => {
        void desk.post
          .send({ ...copy, to: own })
          .catch(() => request.log.error('a copy of a letter could not be sent'))
      })
    },
    answer: (_visit, { at, letter }) => (letter ? `${at}?sent=yes` : at),
    again: (visit, looked, failed) => lookPage(visit, looked, failed),
  }),
]

export const looks: readonly Route[] = [
  ...looksAt('/desk/letters/kinds/:code', lookAtExample),
  ...looksAt('/desk/letters/next/:id', lookAtNext),
  ...looksAt('/desk/letters/:id', lookAtRow),
]

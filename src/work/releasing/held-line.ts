import { termsOf, type Action, type Held } from '../../domain/actions/action.ts'
import type { World } from '../../domain/actions/notices.ts'
import { sentBackIn, waitingIn } from '../../domain/actions/releasing/held.ts'
import { heldIn } from '../../domain/actions/releasing/release-notices.ts'
import { releasersOf } from '../../domain/actions/releasing/releasers.ts'
import { dayOf, sayWhen } from '../../domain/day.ts'
import { say } from '../../domain/say.ts'
import type { NoticeRow } from '../../store/actions/notices.ts'
import type { Store } from '../../store/store.ts'
import { pressName, type ActionLine } from '../letters/action-lines.ts'
import type { WriterParts } from '../letters/letter-writer.ts'
import { whoseSeat } from '../letters/whose.ts'
import { namesOf } from '../names.ts'

/**
 * What a letter says of an update that waits for its reader, or came back to them; nothing where
 * the letter is about the action itself.
 */
export const heldLine = (
  parts: WriterParts,
  world: World,
  action: Action,
  notice: NoticeRow,
): ActionLine | null => {
  const about = heldIn(notice)
  const back = sentBackIn(action).find((each) => each.id === about?.updateId)
  if (back && about?.kind === 'return') return backLine(parts, action, back, notice)
  const held =
    waitingIn(action).find((each) => each.id === about?.updateId) ??
    waitingIn(action).find((each) => isReleaser(each, action, world, notice))
  if (!held) return null
  return isReleaser(held, action, world, notice)
    ? releaseLine(parts, action, held, notice)
    : emptyLine(parts, action, held)
}

const isReleaser = (held: Held, action: Action, world: World, { personId }: NoticeRow): boolean =>
  releasersOf(action, held, world).some((each) => each.personId === personId)

/** R21: whose words they are, of what, and what is asked. */
const releaseLine = (
  { store, publicUrl, now }: WriterParts,
  action: Action,
  held: Held,
  { letterId, personId }: NoticeRow,
): ActionLine => {
  const link = { letterId: letterId!, updateId: held.id, personId }
  return {
    title: termsOf(action).text,
    number: action.number,
    why: 'release',
    words:
      `${whoSaid(store, held)} said on ${sayWhen(dayOf(held.at))}: ` +
      `${whatIsSaid(action, held)}${withPhotos(store, held)} It counts once you release it, or you send it back with a word.`,
    press: {
      words: pressName('Read and release what was said of …', action),
      to: `${publicUrl}/release/${store.releases.makeLink(link, now().toISOString())}`,
      isOpen: true,
    },
  }
}

const backLine = (
  { store, publicUrl, now }: WriterParts,
  action: Action,
  held: Held,
  { letterId, personId, seatId }: NoticeRow,
): ActionLine => {
  const { id } = action
  const token = (): string =>
    store.reportLinks.make(
      { letterId: letterId!, actionId: id, seatId: seatId!, personId },
      now().toISOString(),
    )
  return {
    title: termsOf(action).text,
    number: action.number,
    why: 'returned',
    words:
      `You said: ${whatIsSaid(action, held)} ` +
      `It came back to you: “${held.returned!.words}” Change it, and send it again.`,
    press: {
      words: pressName('Change what you said of …, and send it again', action),
      to: seatId === null ? `${publicUrl}/desk/actions/${id}` : `${publicUrl}/report/${token()}`,
      isOpen: seatId !== null,
    },
  }
}

/** R7: a seat that nobody holds is the coordinators' to fill; the words are not theirs to read. */
const emptyLine = ({ store, publicUrl }: WriterParts, action: Action, held: Held): ActionLine => {
  const seat = store.organisations.findSeat(held.releaserId)
  return {
    title: termsOf(action).text,
    number: action.number,
    why: 'releaser',
    words: `What was said of it waits for ${seat ? whoseSeat(store, seat) : 'a seat'}, and nobody sits there.`,
    press: {
      words: pressName('Find who will release what was said of …', action),
      to: `${publicUrl}/desk/organisations/${held.organisationId}/release`,
      isOpen: false,
    },
  }
}

const whoSaid = (store: Store, { seatId, organisationId }: Held): string => {
  const seat = seatId === null ? undefined : store.organisations.findSeat(seatId)
  return seat ? whoseSeat(store, seat) : namesOf(store).organisation(organisationId)
}

const whatIsSaid = (action: Action, { status, waitingFor, text }: Held): string => {
  const where = say.status(status, termsOf(action).kind)
  return `${where}${waitingFor ? ` for ${waitingFor}` : ''}.${text ? ` “${text}”` : ''}`
}

const withPhotos = (store: Store, { id }: Held): string => {
  const { length } = store.photos.ofUpdates([id])
  return length === 0 ? '' : ` With ${length === 1 ? 'a photo' : `${length} photos`}.`
}

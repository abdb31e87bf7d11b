import type { Held } from '../../../domain/actions/action.ts'
import { sentBackIn, waitingIn } from '../../../domain/actions/releasing/held.ts'
import { namesOf } from '../../../work/names.ts'
import { waitsFor } from '../../../work/releasing/waiting.ts'
import type { Holder } from '../holder.ts'

/** What this person said last by this link's seat, where it waits for a seat or came back. */
export const heldToShow = ({
  store,
  action,
  link,
}: Holder): { said: Held; releaser: string } | null => {
  const said = [...sentBackIn(action), ...waitingIn(action)].findLast(
    (each) => each.personId === link.personId && each.seatId === link.seatId,
  )
  return said ? { said, releaser: namesOf(store).seat(said.releaserId) } : null
}

/** What came back stands in the form again, to be changed and sent. */
export const backAgain = (holder: Holder): Record<string, string> => {
  const said = heldToShow(holder)?.said
  return said?.returned
    ? { status: said.status, text: said.text, waitingFor: said.waitingFor ?? '' }
    : {}
}

/** The seat that has to release what is said here, or null where it counts at once. */
export const releaserIdOf = ({ store, action, seat, link, at }: Holder): number | null =>
  waitsFor(store, action, { organisationId: seat.organisationId, personId: link.personId }, at)

/** ... as it is called; nothing where it counts at once. */
export const releaserOf = (holder: Holder): string =>
  namesOf(holder.store).seat(releaserIdOf(holder))

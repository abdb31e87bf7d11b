import { z } from 'zod'
import { ENDS, setReleaser } from '../../../domain/actions/releasing/releasers.ts'
import type { Organisation } from '../../../domain/people/seat.ts'
import { recordReleaser, waitingOf } from '../../../work/releasing/waiting.ts'
import { byPolicy, type Failed } from '../../change.ts'
import { maybeId } from '../../forms.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import type { Drawn } from '../../views/view.ts'
import { change, frameOf, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { findOrganisation } from './organisations.ts'

const ReleaserForm = z.strictObject({
  seatId: maybeId(),
  end: z
    .enum(['', ...ENDS], 'Choose from the list')
    .default('')
    .transform((end) => end || null),
})

/** R11: as far as this person may know of them. */
const waitingHere = ({ store, who }: Visit, { id }: Organisation) =>
  waitingOf(store.actions.listOpen(who), id)

const releasePage = (visit: Visit, organisation: Organisation, failed?: Failed): Drawn => {
  const { store, query } = visit
  const rule = store.releases.rules().find((each) => each.organisationId === organisation.id)
  return view('desk/people/organisations/release', {
    frame: frameOf(visit, `Who releases for ${organisation.name}`, 'people', failed),
    organisation,
    seats: store.organisations
      .seats()
      .filter((each) => each.organisationId === organisation.id && each.endedOn === null),
    seatId: rule?.seatId ?? null,
    waiting: waitingHere(visit, organisation).length,
    saved: query.saved === 'yes',
  })
}

const setRelease = change('/desk/organisations/:id/release', 'keep', {
  name: 'release',
  find: findOrganisation,
  allow: byPolicy,
  form: ReleaserForm,
  decide: (visit, organisation, form) =>
    setReleaser(
      organisation.id,
      form,
      visit.store.organisations.seats(),
      waitingHere(visit, organisation).length,
    ),
  record: ({ store, by }, { id }, wanted) => recordReleaser(store, id, wanted, by),
  answer: (_visit, { id }) => to('/desk/organisations', id, 'release', { saved: 'yes' }),
  again: releasePage,
})

/** Whether what an organisation's owners say waits for a seat of it; off where none is chosen. */
export const organisationReleaseRoutes: readonly Route[] = [
  page('/desk/organisations/:id/release', 'keep', (visit) =>
    releasePage(visit, findOrganisation(visit)),
  ),
  setRelease,
]

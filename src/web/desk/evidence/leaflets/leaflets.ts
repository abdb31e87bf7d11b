import { z } from 'zod'
import type { Day } from '../../../../domain/day.ts'
import {
  handOut,
  isCurrent,
  leafletTermsOf,
  rewriteLeaflet,
  writeLeaflet,
  type Leaflet,
} from '../../../../domain/evidence/leaflet.ts'
import { may } from '../../../../domain/may.ts'
import { changeLeaflet } from '../../../../work/hold-in-private.ts'
import { namesOf } from '../../../../work/names.ts'
import { byPolicy, nothing, type Failed } from '../../../change.ts'
import { maybeId, maybeNumber, when, words } from '../../../forms.ts'
import { to } from '../../../to.ts'
import type { LeafletGlance } from '../../../../store/glance/glance.ts'
import { view } from '../../../views/desk.ts'
import type { Shown } from '../../../views/desk/frame.ts'
import type { Drawn } from '../../../views/view.ts'
import { cappedAnd } from '../../capped.ts'
import { change, frameOf, page, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { bothTexts, partCalled, takenOut, withPart } from '../matters.ts'
import { leafletForm, linesOfLeaflet, newLeafletForm, notThereFor } from './leaflet-form.ts'
import { endFile, putFileHere, readFile } from './leaflet-files.ts'
import {
  findLeaflet,
  leafletPage,
  lookAtLeaflet,
  namesOfLanguages,
  offered,
  ofLeaflet,
  seenBy,
} from './leaflet-page.ts'

const handingForm = (today: Day) =>
  z.strictObject({
    organisationId: maybeId(),
    toWhom: words(120),
    on: when(today, 'behind'),
    copies: maybeNumber(999_999),
  })

const listPage = (visit: Visit): Drawn => {
  const { store, who, desk } = visit
  const seen = seenBy(visit)
  const shown = (list: LeafletGlance[]): Shown<Leaflet> =>
    cappedAnd(visit, list.toReversed(), (some) =>
      store.leaflets.listOf(
        some.map((each) => each.id),
        who,
      ),
    )
  return view('desk/evidence/leaflets/index', {
    frame: frameOf(visit, 'Leaflets', 'events'),
    names: namesOf(store),
    current: shown(seen.filter((each) => isCurrent(each, seen))),
    replaced: shown(seen.filter((each) => !isCurrent(each, seen))),
    languages: namesOfLanguages(desk),
    mayWrite: may.write(who),
  })
}

const newPage = (visit: Visit, failed?: Failed): Drawn =>
  view('desk/evidence/leaflets/new', {
    frame: frameOf(visit, 'Write down a leaflet', 'events', failed),
    ...offered(visit),
  })

const showPage = (visit: Visit): Drawn => {
  const leaflet = findLeaflet(visit)
  lookAtLeaflet(visit, leaflet)
  return leafletPage(visit, leaflet)
}

const addLeaflet = change('/desk/leaflets', 'write', {
  name: 'terms',
  keepsWords: true,
  find: nothing,
  allow: byPolicy,
  form: newLeafletForm,
  decide: (visit, _, written) => {
    const refusals = notThereFor(visit, written)
    return refusals.length
      ? { accepted: false, refusals }
      : writeLeaflet(written, visit.store.leaflets.list(visit.who))
  },
  record: ({ store, by }, _, written) => store.leaflets.record(written, by),
  answer: (_visit, _, id) => to('/desk/leaflets', id),
  again: (visit, _, failed) => newPage(visit, failed),
})

const rewordLeaflet = change('/desk/leaflets/:id/terms', 'matter', {
  ...ofLeaflet,
  name: 'terms',
  keepsWords: true,
  form: leafletForm,
  decide: (visit, leaflet, { basedOn, ...written }) => {
    const refusals = notThereFor(visit, written, leaflet)
    return refusals.length
      ? { accepted: false, refusals }
      : rewriteLeaflet(leaflet, written, basedOn, visit.store.leaflets.list(visit.who))
  },
  record: ({ store, by }, { id }, written) => changeLeaflet(store, id, written, by),
  conflict: (visit, leaflet, written) => {
    lookAtLeaflet(visit, leaflet)
    return bothTexts(visit, to('/desk/leaflets', leaflet.id), {
      theirs: linesOfLeaflet(visit, leafletTermsOf(leaflet)),
      yours: linesOfLeaflet(visit, written),
    })
  },
})

const addHanding = change('/desk/leaflets/:id/handings', 'matter', {
  ...ofLeaflet,
  name: 'handing',
  keepsWords: true,
  form: ({ today }) => handingForm(today),
  decide: ({ today }, _leaflet, form) => handOut(form, today),
  record: ({ store, by }, { id }, handing) => store.leaflets.recordHanding(id, handing, by),
})

const endHanding = change('/desk/leaflets/:id/handings/:handingId/ending', 'matter', {
  ...withPart(ofLeaflet, ({ handings }, { params }) => partCalled(handings, params.handingId)),
  ...takenOut,
  name: 'handing',
  record: ({ store, by }, { matter, part }) => store.leaflets.endHanding(matter.id, part.id, by),
})

/**
 * Leaflets: what there is to hand out, who handed it to whom, and the file that everyone can read.
 */
export const leafletsRoutes: readonly Route[] = [
  page('/desk/leaflets', 'read', listPage),
  page('/desk/leaflets/new', 'write', (visit) => newPage(visit)),
  addLeaflet,
  page('/desk/leaflets/:id', 'matter', showPage),
  rewordLeaflet,
  addHanding,
  endHanding,
  putFileHere,
  readFile,
  endFile,
]

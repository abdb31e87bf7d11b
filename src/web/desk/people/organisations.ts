import { z } from 'zod'
import { accept, refuse } from '../../../domain/decision.ts'
import type { Organisation } from '../../../domain/people/seat.ts'
import { codeOf } from '../../../domain/short-code.ts'
import type { Store } from '../../../store/store.ts'
import { byPolicy, nothing, type Failed } from '../../change.ts'
import { notFound } from '../../errors.ts'
import { needed, ticked } from '../../forms.ts'
import { idIn } from '../names.ts'
import { change, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { peopleAgain, peoplePage } from './people-page.ts'

const OrganisationForm = z.strictObject({
  name: needed('Write its full name', 120),
  publicName: needed('Write how residents are told of it, like “the police”', 120),
  expected: ticked(),
})
/** Everything here is done on the page of people and seats, and goes on there. */
const onPage = {
  allow: byPolicy,
  answer: () => '/desk/people',
  again: (visit: Visit, _found: unknown, failed: Failed) => peoplePage(visit, failed),
}

const addOrganisation = change('/desk/organisations', 'keep', {
  ...onPage,
  name: 'organisation',
  find: nothing,
  form: OrganisationForm,
  decide: ({ store }, _, form) => {
    const code = freshCode(store, form.publicName)
    return store.organisations.list().some((each) => each.code === code)
      ? refuse('publicName', 'Another organisation is told of by this name')
      : accept({ ...form, code })
  },
  record: ({ store, by }, _, organisation) => store.organisations.record(organisation, by),
  answer: () => '/desk/people#organisation-name',
})

/** A name of which no letter is left, in another script, is counted instead. */
const freshCode = (store: Store, publicName: string): string => {
  const plain = codeOf(publicName)
  return plain === 'organisation' ? `organisation-${store.organisations.list().length + 1}` : plain
}

/** The organisation of an address. */
export const findOrganisation = ({ store, params }: Visit): Organisation => {
  const organisation = store.organisations.find(idIn(params.id))
  if (!organisation) throw notFound()
  return organisation
}

const changeOrganisation = change('/desk/organisations/:id/terms', 'keep', {
  ...onPage,
  name: 'organisation',
  find: findOrganisation,
  form: OrganisationForm,
  decide: (_visit, _organisation, form) => accept(form),
  record: ({ store, by }, { id }, form) => store.organisations.recordChange(id, form, by),
  again: peopleAgain('organisation'),
})

/** Organisations: what they are called, and whether they are expected. */
export const organisationsRoutes: readonly Route[] = [addOrganisation, changeOrganisation]

import t from 'tap'
import { termsOf } from '../../../../src/domain/actions/action.ts'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { begun } from './set-up.ts'

t.test(
  'R5, R12: residents read how often a date moved, in their language and as it was when it was told',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, concernId, path, publication } = await begun(house)
    const council = house.store.organisations.list().find((each) => each.code === 'council')!
    const agreed = { text: 'Mend the lamps', kind: 'one-off', leadId: council.id }
    await laptop.post(`/desk/concerns/${concernId}/actions`, { ...agreed, by: 'March 2022' })
    const { id } = house.store.actions.listUnfiltered().at(-1)!
    const moveTo = async (by: string) => {
      house.clock.pass({ days: 1 })
      const basedOn = termsOf(house.store.actions.listUnfiltered([id])[0]!).id
      await house
        .signIn(PEOPLE.coordinator)
        .post(`/desk/actions/${id}/terms`, { ...agreed, by, reason: 'Later', basedOn })
    }
    await moveTo('April 2022')
    await moveTo('May 2022')
    await house.signIn(PEOPLE.coordinator).post(`${path}/drafts`, {
      said: 'The park is dark in the evening.',
      did: 'There is no answer yet. It goes to the next round table.',
      origin: 'Told to us',
      [`action-${id}`]: 'Mend the lamps',
      trail: 'January 2022: Told to us.',
      basedOn: String(draftOf(publication())!.id),
    })
    const publish = async () => {
      await house
        .signIn(PEOPLE.approver)
        .post(`${path}/approval`, { draftId: draftOf(publication())!.id })
      await house.signIn(PEOPLE.coordinator).post(`${path}/publication`)
    }
    await publish()
    const read = async (language = '') =>
      (await house.stranger().get(`${language}/entries/${publication().slug}`)).body
    t.match(await read(), /The date has moved 2 times\./)
    t.match(await read('/ar'), 'تغيّر الموعد مرتين.')
    t.match(await read('/es'), 'La fecha ha cambiado 2 veces.')

    await moveTo('June 2022')
    t.match(await read(), 'The date has moved 2 times.', 'a copy is frozen')
    t.match(
      (await house.signIn(PEOPLE.coordinator).get('/desk')).body,
      /“Mend the lamps”: the date changed/,
      'R28: and the desk says that it is out of date',
    )
  },
)

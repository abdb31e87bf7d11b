import t from 'tap'
import { GROUNDS } from '../../../../src/domain/depth.ts'
import { PEOPLE } from '../../../support/house.ts'
import { agreed, by, NEXT, open, SERGEANT, termsNow, MOVED } from './set-up.ts'

t.test(
  'R7: what does not go stays with the organisation or the leaver’s other seat, with the reason in its history; a tampered form moves nothing else',
  async (t) => {
    const { house, seat, other, latest, leaver, path, hand, yes } = await open(t)
    house.store.organisations.recordHolding(
      other.id,
      house.person(PEOPLE.sergeant).id,
      '2022-01-01',
      by(house),
    )
    const [goes, keeps, foreign] = [
      agreed(house, 'Goes along'),
      agreed(house, 'Stays with me'),
      agreed(house, 'Of the other seat', { seatId: other.id }),
    ]
    const held = agreed(house, 'About a family', {
      depth: 'named',
      list: [house.person(PEOPLE.sergeant).id],
    })
    const shown = [goes, keeps, foreign, held, keeps, 99_999, 'x'].join(' ')
    const page = (await house.signIn(PEOPLE.sergeant).get(path)).body
    t.match(page, /Goes along.*Stays with me/s)
    t.match(page, 'matter held in private stays with the seat')
    t.notMatch(page, /About a family/)
    t.equal((await hand({ shown, goesIds: [goes, 99_999], keepSeatId: other.id })).statusCode, 303)
    t.same(latest().keeps, [{ actionId: keeps, seatId: other.id }])
    t.match((await house.signIn(NEXT).get(path)).body, '1 action stays behind')
    const family = house.store.actions.listUnfiltered([held])[0]!
    await yes()
    t.match(termsNow(house, keeps), {
      seatId: other.id,
      reason: `${SERGEANT} was handed on, and this stayed behind`,
      personId: house.person(NEXT).id,
    })
    t.match([termsNow(house, goes).seatId, termsNow(house, foreign).seatId], [seat.id, other.id])
    t.same(
      house.store.actions.listUnfiltered([held])[0],
      family,
      'R11: its seat, its words and its list are as they were',
    )
    t.match(
      (await leaver.get(`/desk/actions/${keeps}`)).body,
      'was handed on, and this stayed behind',
    )
  },
)

t.test(
  'R11: what was closed, taken out or made private between naming and answering is left alone, and nothing goes to a seat that ended',
  async (t) => {
    const { house, other, hand, yes, latest, coordinator, seat, path } = await open(t)
    house.store.organisations.recordHolding(
      other.id,
      house.person(PEOPLE.sergeant).id,
      '2022-01-01',
      by(house),
    )
    const ids = ['To be closed', 'To be private', 'To be taken out', 'To stay'].map((text) =>
      agreed(house, text),
    )
    const [closed, held, out, stays] = ids as [number, number, number, number]
    await hand({ shown: ids.join(' '), keepSeatId: other.id })
    t.equal(latest().keeps.length, 4)
    const sergeant = house.person(PEOPLE.sergeant)
    house.store.actions.recordUpdate(
      closed,
      { status: 'done', text: 'Done', waitingFor: null, on: null },
      { organisationId: sergeant.organisationId, seatId: seat.id, roundTableId: null },
      by(house),
    )
    t.equal((await coordinator.post(`/desk/actions/${closed}/closing`)).statusCode, 303)
    t.equal(
      (
        await coordinator.post(`/desk/actions/${held}/depth`, {
          depth: 'named',
          ground: GROUNDS[0]!,
          list: [house.person(PEOPLE.coordinator).id],
        })
      ).statusCode,
      303,
    )
    house.store.actions.recordTakingOut(out, house.store.roundTables.list()[0]!.id, by(house))
    const late = agreed(house, 'Came later')
    await coordinator.post(`/desk/seats/${other.id}/ending`, MOVED)
    t.notMatch((await house.signIn(NEXT).get(path)).body, /To be private|To be taken out/)
    t.equal((await yes()).statusCode, 303)
    t.same(
      [closed, held, out, late].map((id) => [
        termsNow(house, id).seatId,
        house.store.actions.listUnfiltered([id])[0]!.terms.length,
      ]),
      [
        [seat.id, 1],
        [seat.id, 1],
        [seat.id, 1],
        [seat.id, 1],
      ],
    )
    t.equal(
      termsNow(house, stays).seatId,
      null,
      'with the organisation, since the other seat is no more',
    )
  },
)

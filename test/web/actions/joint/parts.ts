import t from 'tap'
import { lastHeardOn, statusOf, termsOf } from '../../../../src/domain/actions/action.ts'
import { must } from '../../../../src/sample/must.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { by, change, days, get, open, organisation, say, seatOf, titles } from './set-up.ts'
import { agree } from '../../../../src/domain/actions/agreement.ts'
import { standing as standingOf } from '../../../../src/domain/concerns/standing.ts'

const parts = (body: string): string =>
  body
    .match(/<ul class="parts.*?<\/ul>/s)?.[0]
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim() ?? ''

t.test(
  'R1, R8: a helper says where its part stands, and neither the action, nor its concern, nor its silence moves',
  async (t) => {
    const house = await openHouse({ t })
    const seat = seatOf(house, PEOPLE.sergeant)
    const concern = house.store.concerns.listUnfiltered().find((each) => each.depth === 'table')!
    const id = house.store.actions.record(
      must(
        agree(
          {
            text: 'Hold a day',
            kind: 'one-off',
            leadId: seat.organisationId,
            seatId: seat.id,
            helperIds: [organisation(house, PEOPLE.officer)],
            by: null,
          },
          () => true,
        ),
      ),
      { roundTableId: null, concernIds: [concern.id], depth: 'table', ground: null, list: [] },
      by(house),
    )
    const standing = () => standingOf([get(house, id)])
    const before = [statusOf(get(house, id)), lastHeardOn(get(house, id)), standing()]
    house.clock.pass({ days: 40 })
    const officer = house.signIn(PEOPLE.officer)
    t.equal(
      (
        await officer.post(`/desk/actions/${id}/updates`, {
          status: 'done',
          text: 'We lent the tents',
          waitingFor: '',
          on: '',
          seatId: '',
        })
      ).statusCode,
      303,
    )
    t.match(get(house, id).updates.at(-1), {
      organisationId: organisation(house, PEOPLE.officer),
      seatId: seatOf(house, PEOPLE.officer).id,
    })
    t.same([statusOf(get(house, id)), lastHeardOn(get(house, id)), standing()], before)
    t.match(
      (await house.signIn(PEOPLE.sergeant).get('/desk/mine')).body,
      'Quiet for 40 days',
      'the lead is still asked',
    )
    say(house, id, 'done', PEOPLE.sergeant)
    t.equal(statusOf(get(house, id)), 'done')
  },
)

t.test(
  'the action’s page says who leads, who helps, where each has got to, and whose part waits',
  async (t) => {
    const { house, id } = await open(t)
    const mosaic = organisation(house, PEOPLE.coordinator)
    change(house, id, { helperIds: [organisation(house, PEOPLE.officer), mosaic] })
    const page = async (): Promise<string> =>
      parts((await house.signIn(PEOPLE.observer).get(`/desk/actions/${id}`)).body)
    t.equal(
      await page(),
      'Metropolitan Police Service leads: Not started Mosaic Community Trust helps: Not heard of yet Westminster City Council helps: Not heard of yet',
    )
    house.clock.pass({ minutes: 1 })
    say(house, id, 'done', PEOPLE.officer)
    t.equal(
      await page(),
      'Metropolitan Police Service leads: Not started Its part is waited for. Mosaic Community Trust helps: Not heard of yet Its part is waited for. Westminster City Council helps: Done',
    )
    say(house, id, 'done', PEOPLE.sergeant)
    t.match(
      await page(),
      /leads: Done Mosaic.*Not heard of yet Its part is waited for\. Westminster.*Done$/,
    )
    t.equal(
      parts(
        (
          await house
            .signIn(PEOPLE.observer)
            .get(
              `/desk/actions/${house.store.actions.listUnfiltered().find((each) => termsOf(each).helperIds.length === 0)!.id}`,
            )
        ).body,
      ),
      '',
      'where nobody helps there are no parts',
    )
  },
)

t.test('closing warns whose part has not come, and may be done all the same', async (t) => {
  const { house, id } = await open(t)
  say(house, id, 'done', PEOPLE.sergeant)
  const laptop = house.signIn(PEOPLE.coordinator)
  t.match(
    (await laptop.get(`/desk/actions/${id}`)).body,
    /Does the table agree.*The council has not done their part yet\./s,
  )
  change(house, id, {
    helperIds: [organisation(house, PEOPLE.officer), organisation(house, PEOPLE.observer)],
  })
  t.match(
    (await laptop.get(`/desk/actions/${id}`)).body,
    /The council and a [\w ]*school have not done their part yet\./,
  )
  change(house, id, { helperIds: [organisation(house, PEOPLE.officer)] })
  house.clock.pass({ minutes: 1 })
  say(house, id, 'could-not', PEOPLE.officer)
  t.notMatch((await laptop.get(`/desk/actions/${id}`)).body, 'done their part')
  t.equal((await laptop.post(`/desk/actions/${id}/closing`)).statusCode, 303)
})

t.test(
  'several help: each reports its own part, a member with no seat speaks for the organisation, one with no seats at all is only named',
  async (t) => {
    const { house, id } = await open(t)
    const club = house.store.organisations.record(
      { code: 'club', name: 'A youth club', publicName: 'a youth club', expected: false },
      by(house),
    )
    change(house, id, { helperIds: [organisation(house, PEOPLE.officer), club] })
    house.store.people.record(
      {
        name: 'Club leader',
        email: 'leader@club.example',
        role: 'member',
        approves: false,
        organisationId: club,
      },
      by(house),
    )
    house.clock.pass({ minutes: 1 })
    const leader = house.signIn('leader@club.example')
    t.match(
      (await leader.get('/desk/mine')).body,
      /We help with these.*Hold a day in the park.*Your part: not heard of yet\..*Metropolitan Police Service leads/s,
    )
    t.equal(
      (
        await leader.post('/desk/mine', {
          [`status-${id}`]: 'done',
          [`text-${id}`]: 'We brought drums',
        })
      ).statusCode,
      303,
    )
    t.match(get(house, id).updates.at(-1), { organisationId: club, seatId: null })
    t.equal(statusOf(get(house, id)), 'not-started')
    t.match(
      parts((await leader.get(`/desk/actions/${id}`)).body),
      /leads: Not started Its part is waited for\. Westminster City Council helps: Not heard of yet Its part is waited for\. A youth club helps: Done$/,
    )
    t.notMatch((await leader.get('/desk/mine')).body, 'Hold a day in the park', 'its part is done')
    await days(house, '2022-01-30')
    t.same(titles(house, 'leader@club.example', id), [], 'letters go to seats')
  },
)

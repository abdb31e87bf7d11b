import t from 'tap'
import { latestOf, statusOf, termsOf } from '../../../../src/domain/actions/action.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { agreeJoint, days, get, open, organisation, say, seatOf, titles } from './set-up.ts'

t.test(
  'letters: a helper hears once that its help is agreed, and once when only its part is to come',
  async (t) => {
    const house = await openHouse({ t })
    await days(house, '2022-01-28')
    house.clock.moveTo('2022-01-29T03:00:00.000Z')
    const id = agreeJoint(house)
    const { text } = termsOf(get(house, id))
    await days(house, '2022-02-01')
    t.same(titles(house, PEOPLE.officer, id), ['needs your help'])
    t.same(titles(house, PEOPLE.sergeant, id), ['is yours'])
    const letter = house.letters.findLast(
      (each) => each.to === PEOPLE.officer && each.text.includes(`“${text}”`),
    )!
    t.match(
      letter.text,
      /agreed between round tables on 29 January 2022 that your organisation helps\. Metropolitan.* leads it: .* No date is agreed yet\./,
    )
    t.match(letter.html, text, 'R21: its words')
    const link = letter.text.slice(letter.text.indexOf(`“${text}”`)).match(/\/report\/\S+/)![0]
    t.equal(
      (
        await house
          .stranger()
          .post(link, { status: 'under-way', text: 'Tents are found', waitingFor: '' })
      ).statusCode,
      303,
      'the link of a real letter',
    )

    say(house, id, 'done', PEOPLE.sergeant)
    await days(house, '2022-02-03')
    t.same(titles(house, PEOPLE.officer, id), ['needs your help', 'waits for your part'])
    house.clock.pass({ hours: 1 })
    say(house, id, 'done', PEOPLE.sergeant, 'Put better')
    await days(house, '2022-02-06')
    t.same(
      titles(house, PEOPLE.officer, id),
      ['needs your help', 'waits for your part'],
      'the lead puts it better: the letter is not sent again',
    )
    say(house, id, 'done', PEOPLE.officer)
    house.clock.moveTo('2022-04-18T07:00:00.000Z')
    await days(house, '2022-04-19')
    t.same(
      titles(house, PEOPLE.officer, id),
      ['needs your help', 'waits for your part'],
      'and none before the round table once its part is done',
    )
  },
)

t.test(
  'R8: an action that only its helper speaks of is quiet, and its lead is asked, not the helper',
  async (t) => {
    const house = await openHouse({ t })
    await days(house, '2022-01-28')
    house.clock.moveTo('2022-01-29T03:00:00.000Z')
    const id = agreeJoint(house)
    await days(house, '2022-01-29')
    house.clock.moveTo('2022-02-20T12:00:00.000Z')
    say(house, id, 'under-way', PEOPLE.officer)
    house.clock.moveTo('2022-03-01T12:00:00.000Z')
    await days(house, '2022-03-02')
    t.same(titles(house, PEOPLE.sergeant, id), ['is yours', 'has been quiet'])
    t.same(titles(house, PEOPLE.officer, id), ['needs your help'])
  },
)

t.test(
  'a helper whose lead has finished sees first that its part is waited for, on the desk as well',
  async (t) => {
    const { house, id } = await open(t)
    say(house, id, 'done', PEOPLE.sergeant)
    const officer = house.signIn(PEOPLE.officer)
    const mine = (await officer.get('/desk/mine')).body
    t.match(
      mine.match(/<section[^>]*aria-labelledby="helping".*?<\/section>/s)![0],
      /<h3><a [^>]*>Hold a day in the park<[^]*?Your part is waited for\./,
    )
    t.match((await officer.get('/desk')).body, 'Hold a day in the park')
    t.match(
      (await house.signIn(PEOPLE.sergeant).get('/desk/mine')).body,
      /You said these are finished.*Hold a day in the park.*Waits for the council\./s,
    )
    say(house, id, 'done', PEOPLE.officer)
    t.notMatch((await officer.get('/desk')).body, 'Hold a day in the park')
  },
)

t.test(
  'a coordinator’s own organisation helps too: among my actions it is its part, and what is typed for the lead is the lead’s',
  async (t) => {
    const house = await openHouse({ t })
    const [mosaic, police] = [
      organisation(house, PEOPLE.coordinator),
      organisation(house, PEOPLE.sergeant),
    ]
    const owned = agreeJoint(house, { helperIds: [mosaic] })
    const unowned = agreeJoint(house, { text: 'Hold another', seatId: null, helperIds: [mosaic] })
    house.clock.pass({ minutes: 1 })
    const laptop = house.signIn(PEOPLE.coordinator)
    t.match((await laptop.get('/desk/mine')).body, /We help with these.*Hold a day in the park/s)
    for (const id of [owned, unowned]) {
      t.equal(
        (
          await laptop.post('/desk/mine', {
            [`status-${id}`]: 'done',
            [`text-${id}`]: 'Leaflets are out',
          })
        ).statusCode,
        303,
      )
      t.match(
        [
          get(house, id).updates.at(-1)!.organisationId,
          get(house, id).updates.at(-1)!.seatId,
          statusOf(get(house, id)),
        ],
        [mosaic, seatOf(house, PEOPLE.coordinator).id, 'not-started'],
        'never as the sergeant',
      )
      t.equal(
        (
          await laptop.post(`/desk/actions/${id}/updates`, {
            status: 'under-way',
            text: 'The sergeant rang',
            waitingFor: '',
            on: '',
            seatId: '',
          })
        ).statusCode,
        303,
      )
      t.match(
        [latestOf(get(house, id)).text, latestOf(get(house, id)).organisationId],
        ['The sergeant rang', police],
        'typed for the lead, as the form says',
      )
    }
  },
)

t.test(
  'R7: the seat that owns an action is one of its lead: what a helper’s seat says would never count',
  async (t) => {
    const { house, id } = await open(t)
    const terms = (seatId: number) => ({
      text: 'Hold a day',
      kind: 'one-off',
      leadId: organisation(house, PEOPLE.sergeant),
      seatId,
      by: '',
      reason: 'Plainer',
      basedOn: termsOf(get(house, id)).id,
    })
    const laptop = house.signIn(PEOPLE.coordinator)
    for (const seatId of [seatOf(house, PEOPLE.officer).id, 99_999]) {
      const refused = await laptop.post(`/desk/actions/${id}/terms`, terms(seatId))
      t.equal(refused.statusCode, 422)
      t.match(refused.body, /href="#terms-seatId">This seat belongs to another organisation/)
    }
    t.equal(
      (await laptop.post(`/desk/actions/${id}/terms`, terms(seatOf(house, PEOPLE.sergeant).id)))
        .statusCode,
      303,
    )
  },
)

import t from 'tap'
import { isOpen, isProposed, statusOf, termsOf } from '../../../../src/domain/actions/action.ts'
import { isPriority, wordingOf } from '../../../../src/domain/concerns/concern.ts'
import { openHouse } from '../../../support/house.ts'
import { minutesOf, openedAs, putRight } from './opened.ts'
import { boxOf, hands, newest, OPEN } from './set-up.ts'

t.test('R5, R20: every line of the meeting is opened as it would be typed', async (t) => {
  const house = await openHouse({ t })
  const all = hands(house)
  const { laptop, write, concern, action, notes } = all
  for (const line of [
    'h @police',
    'c The lift is broken #where !priority',
    'a Mend the lift @sergeant +wcc by 28/4',
    'q Who pays for it? @wcc by May',
    'a- Walk the estate @mosaic every month !standing',
    'd We write to the owner',
    '# Any other business',
    'n- The hall is cold',
    'u 1.3 waiting for the school: two rooms are full',
    'u 1.4 done, closed: they came',
  ])
    await write(laptop, line)
  const id = (number: string): string => `action-${action(number).id}`
  const [decision, note] = notes().slice(-2)
  const said = (number: string): string => `report-${action(number).updates.at(-1)!.id}`
  const turn = house.store.agendas.turns().at(-1)!
  const lines: [string, RegExp][] = [
    [`concern-${concern().id}`, /^c The lift is broken #where-we-live !priority$/],
    [id('3.2'), /^a3 Mend the lift @\S+ \+\S+ by 28 April 2022$/],
    [id('3.3'), /^q3 Who pays for it\? @\S+ by May 2022$/],
    [id('3.4'), /^a- Walk the estate @\S+ every month !standing$/],
    [`note-${decision!.id}`, /^d3 We write to the owner$/],
    [`note-${note!.id}`, /^n- The hall is cold$/],
    [`turn-${turn.id}`, /^# Any other business$/],
    [said('1.3'), /^u 1\.3 waiting for the school: two rooms are full$/],
    [said('1.4'), /^u 1\.4 done: they came$/],
  ]
  for (const [of, words] of lines) {
    const typed = await openedAs(all, of)
    t.match(typed, words, of)
    const before = all.count()
    t.equal((await putRight(all, of, typed)).statusCode, 303, 'and saved as it is')
    t.equal(all.count().split(' ').slice(0, 3).join(' '), before.split(' ').slice(0, 3).join(' '))
  }
  t.match(termsOf(action('3.2')), { text: 'Mend the lift', by: '2022-04-28' })
  t.equal(action('3.2').terms.length, 1, 'what is the same is not written again')
  t.ok(isPriority(concern()))
})

t.test(
  'R2, R5: an action is typed better, given to another and moved under another item, with no reason asked',
  async (t) => {
    const house = await openHouse({ t })
    const all = hands(house)
    const { laptop, write, action, ids, organisation } = all
    await write(laptop, 'c The lift is broken\na Mend the lift @wcc by May\nc The bins are full')
    const { id } = action('3.2')
    const [lift, bins] = ids().slice(-2)
    for (const part of [false, true]) {
      const number = ids().indexOf(part ? lift! : bins!) + 1
      const answer = await putRight(
        all,
        `action-${id}`,
        `a${number} Mend the lift soon @police by June`,
        { part },
      )
      t.equal(answer.statusCode, part ? 200 : 303)
      t.match(action('3.2').concernIds, [part ? lift : bins], 'it is moved')
    }
    t.match(termsOf(action('3.2')), {
      text: 'Mend the lift soon',
      leadId: organisation('police'),
      by: '2022-06',
    })
    t.ok(isProposed(action('3.2')), 'R6: the police are not here')
    await write(laptop, 'h @police')
    t.notOk(isProposed(action('3.2')), 'and settled once they are')
    t.match(await minutesOf(all), 'Mend the lift soon')
    t.notMatch(
      await minutesOf(all),
      /Put right while|moved once/,
      'a slip is no promise that moved',
    )
  },
)

t.test(
  'R5: an update is typed better at the table: the better words stand, and what it closed is open again',
  async (t) => {
    const house = await openHouse({ t })
    const all = hands(house)
    const { laptop, write, action } = all
    await write(laptop, 'u 1.3 done, closed: parnts met')
    const wrong = action('1.3').updates.at(-1)!
    await putRight(all, `report-${wrong.id}`, 'u 1.3 under way: parents met twice')
    t.equal(statusOf(action('1.3')), 'under-way')
    t.ok(isOpen(action('1.3')))
    t.ok(action('1.3').updates.find(({ id }) => id === wrong.id)!.takenBackAt, 'the row stays')
    t.match(await minutesOf(all), /parents met twice/)
    t.notMatch(await minutesOf(all), /parnts|Opened again/)

    await write(laptop, 'u 1.3 by June')
    const { by } = termsOf(action('1.3'))
    t.equal(by, '2022-06')
    await putRight(all, `terms-${action('1.3').id}`, 'u 1.3 by July')
    t.equal(termsOf(action('1.3')).by, '2022-07')
    await laptop.post(`${OPEN}/lines/terms-${action('1.3').id}/taking-out`)
    t.not(termsOf(action('1.3')).by, '2022-07', 'and taken out it is what it was')

    const last = action('1.3').updates.at(-1)!
    await laptop.post(`${OPEN}/lines/report-${last.id}/taking-out`)
    t.match(
      await minutesOf(all),
      /\(taken back\)[^.]*parents met twice/,
      'taken out, it says so in words',
    )
    t.equal(
      (await laptop.post(`${OPEN}/lines/report-${last.id}/taking-out`)).statusCode,
      404,
      'R31: once',
    )
  },
)

t.test('R3: a closing is taken out while the minutes are written', async (t) => {
  const house = await openHouse({ t })
  const all = hands(house)
  const { laptop, write, action } = all
  const before = closedIn(await minutesOf(all))
  await write(laptop, 'u 1.3 done: parents met\nu 1.3 closed')
  const { id } = action('1.3')
  t.notOk(isOpen(action('1.3')))
  t.match((await laptop.get(`${OPEN}?open=closing-${id}`)).body, `closing-${id}/taking-out`)
  await laptop.post(`${OPEN}/lines/closing-${id}/taking-out`)
  t.ok(isOpen(action('1.3')))
  t.equal(closedIn(await minutesOf(all)), before)
})

const closedIn = (minutes: string): number =>
  minutes.match(/Agreed closed|Opened again/g)?.length ?? 0

t.test('a heading, a note and a decision are typed better and taken out', async (t) => {
  const house = await openHouse({ t })
  const all = hands(house)
  const { laptop, write, notes } = all
  await write(laptop, '# Any other buisness\nn- Tea was served')
  const turn = house.store.agendas.turns().at(-1)!
  await putRight(all, `turn-${turn.id}`, '# Any other matter')
  t.equal(house.store.agendas.turns().at(-1)!.title, 'Any other matter')
  await putRight(all, `note-${newest(notes()).id}`, 'd- Tea is served from now on')
  t.match(newest(notes()), { kind: 'decision', text: 'Tea is served from now on' })
  t.notMatch(await minutesOf(all), 'Tea was served')
  await laptop.post(`${OPEN}/lines/turn-${turn.id}/taking-out`)
  t.notMatch(await minutesOf(all), 'Any other matter')
})

t.test(
  'R23: what cannot be is said beside the line, with all that was typed; two people get a conflict',
  async (t) => {
    const house = await openHouse({ t })
    const all = hands(house)
    const { laptop, second, write, concern, action } = all
    await write(laptop, 'c The lift is broken\na Mend it @wcc')
    const of = `concern-${concern().id}`
    const refused = await putRight(all, of, 'n The lift is broken')
    t.equal(refused.statusCode, 422)
    t.match(refused.body, new RegExp(`id="line-${of}-text"[^>]*>\\s*n The lift is broken<`))
    t.match(refused.body, /Its kind stays as it is/)
    t.equal(boxOf(refused.body), '', 'the box is for the next line')

    const late = second()
    await write(late, 'c The lift is out of order', { instead: of, where: 'place' })
    const conflict = await write(laptop, 'c The lift is slow', {
      instead: of,
      basedOn: '1',
      where: 'place',
    })
    t.equal(conflict.statusCode, 409)
    t.match(conflict.body, /now says “c The lift is out of order”\. You wrote “c The lift is slow”/)
    t.equal(wordingOf(concern()).text, 'The lift is out of order')

    const bad = await putRight(all, `action-${action('3.2').id}`, 'u 9.9 done: it')
    t.equal(bad.statusCode, 422)
    t.match(bad.body, 'There is no open action 9.9')
    t.match(termsOf(action('3.2')), { text: 'Mend it' })
  },
)

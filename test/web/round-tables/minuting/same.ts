import { attendanceMark } from '../../../../src/domain/round-tables/attendance/fields.ts'
import t from 'tap'
import { isProposed, termsOf } from '../../../../src/domain/actions/action.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { newest, OPEN } from './set-up.ts'

t.test('R20: the minute-taker works the same with htmx and without', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  for (const part of [false, true]) {
    const words = part ? 'The lights in the alley are broken' : 'The lift smells'
    const added = await laptop.post(
      `${OPEN}/concerns`,
      { text: words, themeId: '', areaId: '' },
      { part },
    )
    const concern = newest(house.store.concerns.listUnfiltered())
    if (part) t.match(added.body, words, 'the part comes back with the concern in it')
    else t.equal(added.headers.location, `${OPEN}?at=item-${concern.id}#item-${concern.id}-text`)
    t.notMatch(added.body, part ? '<html' : 'nothing')
    const agreed = await laptop.post(
      `${OPEN}/concerns/${concern.id}/actions`,
      { text: 'Mend it', leadId: '', by: '' },
      { part },
    )
    t.equal(agreed.statusCode, part ? 200 : 303)
    const page = (await laptop.get(OPEN)).body
    t.match(page, words)
    const action = newest(house.store.actions.listUnfiltered())
    t.match(
      { ...termsOf(action) },
      { text: 'Mend it', leadId: null, by: null, proposed: false },
      'R2: nothing was filled in',
    )
    const refused = await laptop.post(
      `${OPEN}/concerns/${concern.id}/actions`,
      { text: 'Mend it', leadId: '', by: 'soon' },
      { part },
    )
    t.equal(refused.statusCode, 422)
    t.match(refused.body, 'Write a day like 28/4')
    t.match(refused.body, 'value="soon"', 'R23: what was typed is still there')
  }
})

t.test(
  'R6: the room is told loudly that the police are not there, and what they are given is proposed',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    t.match((await laptop.get(OPEN)).body, 'No one from the police')
    const police = house.store.organisations.list().find((each) => each.code === 'police')!
    const [concernId] = house.store.roundTables.concernIds(
      house.store.roundTables.find('2022-q1')!.id,
    )
    await laptop.post(`${OPEN}/concerns/${concernId}/actions`, {
      text: 'Bring the figures',
      leadId: police.id,
      by: 'April',
    })
    const action = newest(house.store.actions.listUnfiltered())
    t.match((await laptop.get(`/desk/actions/${action.id}`)).body, 'Not yet accepted by the police')
    const phone = house.signIn(PEOPLE.sergeant)
    t.match((await phone.get('/desk')).body, 'Waiting for your yes')
    t.equal(
      (
        await house
          .signIn(PEOPLE.officer)
          .post(`/desk/actions/${action.id}/acceptance`, { words: '' })
      ).statusCode,
      403,
      'not for the council to say',
    )
    await phone.post(`/desk/actions/${action.id}/declining`, { words: 'By May we can' })
    t.match(
      (await laptop.get('/desk')).body,
      /They said no: change what was agreed[\s\S]*They say: “By May we can”/,
      'a no stands on the desk of those who can change it',
    )
    await phone.post(`/desk/actions/${action.id}/acceptance`, { words: 'We can do that' })
    t.notMatch((await laptop.get(`/desk/actions/${action.id}`)).body, 'Not yet accepted')

    const table = house.store.roundTables.find('2022-q1')!
    const sergeant = house.store.organisations
      .seats()
      .find((each) => each.title.startsWith('Ward sergeant'))!
    const here = await laptop.post(
      `${OPEN}/attendance`,
      { basedOn: attendanceMark(table), [`seat-${sergeant.id}`]: 'sent-someone', residents: '7' },
      { part: true },
    )
    t.match(here.body, 'Metropolitan Police Service: 1 here')
    t.notMatch(here.body, 'No one from the police')
  },
)

t.test(
  'R23: two minute-takers saving who is here get a conflict with both, not a lost change',
  async (t) => {
    const house = await openHouse({ t })
    const [one, two] = [house.signIn(PEOPLE.coordinator), house.signIn(PEOPLE.coordinator)]
    const basedOn = attendanceMark(house.store.roundTables.find('2022-q1')!)
    const seat = house.store.organisations
      .seats()
      .find((each) => each.title.startsWith('Ward sergeant'))!
    await one.post(`${OPEN}/attendance`, { basedOn, [`seat-${seat.id}`]: 'present' })
    for (const part of [false, true]) {
      const late = await two.post(
        `${OPEN}/attendance`,
        { basedOn, [`seat-${seat.id}`]: 'absent' },
        { part },
      )
      t.equal(late.statusCode, 409)
      t.match(late.body, 'they wrote “Present”, you wrote “Absent”')
    }
    t.equal(
      house.store.roundTables.find('2022-q1')!.attendance.find((each) => each.seatId === seat.id)
        ?.presence,
      'present',
    )
  },
)

t.test(
  'R6: saying who is here settles what was agreed before that was written down, in either order',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const { store } = house
    const agreed = async (text: string) => {
      await laptop.post(`${OPEN}/lines`, {
        text,
        key: 'a-box-of-its-own-1',
        last: '',
        seen: '0',
        step: 'save',
      })
      return newest(store.actions.listUnfiltered()).id
    }
    const isProposedNow = (id: number): boolean =>
      isProposed(store.actions.listUnfiltered([id])[0]!)
    const sergeant = store.organisations
      .seats()
      .find((each) => each.title.startsWith('Ward sergeant'))!
    const say = (presence: string) =>
      laptop.post(`${OPEN}/attendance`, {
        basedOn: attendanceMark(store.roundTables.find('2022-q1')!),
        [`seat-${sergeant.id}`]: presence,
      })

    const early = await agreed('a- Bring the figures @mps')
    t.equal(isProposedNow(early), true, 'nobody of the police is written down yet')
    await say('present')
    t.equal(isProposedNow(early), false, 'they were there all along')
    const last = store.actions.listUnfiltered([early])[0]!.terms.at(-1)!
    t.equal(last.reason, 'Its lead was at the table')
    await say('apologies')
    t.equal(isProposedNow(early), true, 'and a slip is put right the same way')
    const terms = store.actions.listUnfiltered([early])[0]!.terms.length
    await say('apologies')
    t.equal(
      store.actions.listUnfiltered([early])[0]!.terms.length,
      terms,
      'saying the same again changes nothing',
    )

    const phone = house.signIn(PEOPLE.sergeant)
    await phone.post(`/desk/actions/${early}/acceptance`, { words: 'We can do that' })
    await say('absent')
    t.equal(isProposedNow(early), false, 'what they said yes to stays accepted')
    t.equal(
      isProposed(store.actions.byNumber('2.3')!),
      true,
      'what another table agreed is not touched',
    )
  },
)

t.test(
  'R3, R23: why an action cannot be closed stands beside the box that was ticked',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const action = house.store.actions.listUnfiltered().find((each) => each.number === '1.6')!
    for (const part of [true, false]) {
      const refused = await laptop.post(
        `${OPEN}/actions/${action.id}/updates`,
        { status: 'under-way', text: 'Begun', closed: 'yes' },
        { part },
      )
      t.equal(refused.statusCode, 422)
      t.match(refused.body, /First say that it is done, or why it could not be/)
      t.match(
        refused.body,
        new RegExp(`id="carried-${action.id}-closed-yes"[^>]*checked[^>]*aria-invalid="true"`, 's'),
        'and the box is still ticked',
      )
      t.match(refused.body, /value="Begun"/)
    }
  },
)

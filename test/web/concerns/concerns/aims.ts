import t from 'tap'
import { aimsByQuarter, aimsReached } from '../../../../src/domain/concerns/aims.ts'
import { wasPriority } from '../../../../src/domain/concerns/concern.ts'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import type { EntryWords } from '../../../../src/domain/publishing/kinds/entry.ts'
import { endsTold, endsToldOf } from '../../../../src/work/aims.ts'
import { publishDraft } from '../../../../src/work/publishing/publish.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { hands, lastPart } from '../../evidence/events/set-up.ts'
import { agree, writeDown } from './set-up.ts'

t.test('a concern has reached what it or one of its actions has reached', async (t) => {
  const reached = (aim: 'designed' | 'delivered', is: boolean) => ({
    aim,
    reached: is,
    organisationIds: [],
  })
  t.same(aimsReached(false, []), [])
  t.same(
    aimsReached(true, [
      [reached('designed', false)],
      [reached('designed', true), reached('delivered', false)],
    ]),
    ['agreed', 'designed'],
  )
  const first = { roundTableId: 1, agreed: true, reason: null, at: '2021-07-15T10:00:00.000Z' }
  t.notOk(wasPriority({ priorities: [] }))
  t.ok(
    wasPriority({ priorities: [first, { ...first, agreed: false }] }),
    'what was agreed once was agreed',
  )
})

t.test('each concern counts once, in the quarter it was raised in', async (t) => {
  t.same(
    aimsByQuarter([
      { raisedOn: '2022-01', aims: [] },
      { raisedOn: '2021-07-02', aims: ['agreed', 'designed'] },
      { raisedOn: '2021-09', aims: ['agreed'] },
    ]),
    [
      {
        quarter: '2021-q3',
        heard: 2,
        reached: { agreed: 2, designed: 1, delivered: 0, reviewed: 0 },
      },
      {
        quarter: '2022-q1',
        heard: 1,
        reached: { agreed: 0, designed: 0, delivered: 0, reviewed: 0 },
      },
    ],
  )
})

t.test(
  'R11: the page of the four aims counts what the table may know, and says nothing of a matter held in private',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const all = (body: string): number =>
      Number(body.match(/All together<\/span><\/th>\s*<td[^>]*><b>(\d+)<\/b>/)![1])
    const before = (await laptop.get('/desk/aims')).body
    const id = await writeDown(laptop, 'The lift is broken')
    await writeDown(laptop, 'A zqfamily', {
      depth: 'named',
      ground: 'A family could be identified.',
      list: [house.person(PEOPLE.coordinator).id],
    })
    const page = (await laptop.get('/desk/aims')).body
    t.equal(all(page), all(before) + 1)
    t.notMatch(page, 'zqfamily')
    t.match(page, 'Our four aims')
    await laptop.post(`/desk/concerns/${id}/priorities`, { agreed: 'yes' })
    await agree(house, laptop, id, 'Ask for a new lift')
    const concern = (await laptop.get(`/desk/concerns/${id}`)).body
    t.match(concern, /class="state">Understood, and agreed as a priority</)
    t.match(concern, /state--unanswered">Done together</)
    t.equal((await house.signIn(PEOPLE.observer).get('/desk/aims')).statusCode, 200)
    t.notMatch(page, 'the quarters before these')
    for (let i = 0; i < 14; i += 1)
      await writeDown(laptop, `Heard long ago ${i}`, {
        raisedOn: `${2012 + Math.floor(i / 4)}-0${1 + (i % 3) * 3}`,
      })
    const years = (await laptop.get('/desk/aims')).body
    t.match(years, 'Show the quarters before these too')
    t.notMatch(years, 'Heard long ago 0<')
    t.match((await laptop.get('/desk/aims?all=yes')).body, 'Heard long ago 0<')
  },
)

t.test(
  'R28: an action is told to residents once the words that they read say that it is closed, and not by words on their way',
  async (t) => {
    const house = await openHouse({ t })
    const { store } = house
    const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
    const { id } = [...store.glances.told()].find(
      ({ kind, isTold, actionIds }) => kind === 'entry' && isTold && actionIds.length > 0,
    )!
    const entry = () => store.publications.listOf([id])[0]!
    const ends = () => {
      const [all, ofIt] = [endsTold(store), endsToldOf(store, [entry().concernId!])]
      t.same(
        [...ofIt].filter((each) => !all.has(each)),
        [],
        'read or seen at a glance, it is one',
      )
      return ofIt.has(ended)
    }
    const { words, coversIds } = draftOf(entry())!
    const [ended] = coversIds as [number]
    const { actions } = words as EntryWords
    const closed = { ...words, actions: actions.map((each, i) => ({ ...each, closed: i === 0 })) }
    t.notOk(ends(), 'residents read that it is open')
    store.publications.recordDraft(id, closed as typeof words, coversIds, by)
    t.notOk(ends(), '... still')
    publishDraft(store, entry(), draftOf(entry())!, by)
    t.ok(ends())
    store.publications.recordDraft(id, words, coversIds, by)
    t.ok(ends(), 'what is on its way changes nothing')
    store.publications.recordWithdrawal(entry(), 'It was wrong.', by)
    t.notOk(ends())
  },
)

t.test('an event carries an action out on its day, and not while it is planned', async (t) => {
  const house = await openHouse({ t })
  const { laptop, write, rewrite } = hands(house)
  const id = await writeDown(laptop, 'The lift is broken')
  const action = await agree(house, laptop, id, 'Ask for a new lift')
  const [one, two] = house.store.organisations.list()
  const both = { cameIds: [one!.id, two!.id] }
  const planned = lastPart(await write({ heldOn: '10/5/2022', headCount: '', ...both }))
  await laptop.post(`/desk/events/${planned}/links`, { actionIds: action })
  const isDelivered = async () => {
    const [ofIt, ofConcern] = await Promise.all(
      [`/desk/actions/${action}`, `/desk/concerns/${id}`].map((path) => laptop.get(path)),
    )
    return [
      ofIt!.body.includes('state--unanswered">Done together<'),
      ofConcern!.body.includes('state--unanswered">Done together<'),
    ]
  }
  t.same(await isDelivered(), [true, true])
  await rewrite(planned, { heldOn: '20/1/2022', ...both })
  t.same(await isDelivered(), [false, false])
})

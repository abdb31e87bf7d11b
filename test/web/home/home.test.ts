import t from 'tap'
import { openHouse, PEOPLE, type Answer } from '../../support/house.ts'

/** The headings of a page, in the order they stand. */
const headingsOf = ({ body }: Answer): string[] =>
  [...body.matchAll(/<h2[^>]*>([^<]*)/g)].map(([, title]) => title!.trim())

t.test(
  'the desk leads with the round table that is open, and one button that matters',
  async (t) => {
    const house = await openHouse({ t })
    const desk = await house.signIn(PEOPLE.coordinator).get('/desk')
    t.equal(headingsOf(desk)[0], 'This round table is open')
    t.match(desk.body, 'No one from the police is here', 'R6: who is missing is said')
    t.equal(desk.body.match(/class="button"/g)!.length, 1, 'one button is loud')
    t.match(desk.body, /<summary>\s*Quiet for more than 30 days/, 'the rest is folded, and counted')
  },
)

t.test(
  'the desk leads with the next round table, who will come, and who has not said',
  async (t) => {
    const house = await openHouse({ t })
    const coordinator = house.signIn(PEOPLE.coordinator)
    await coordinator.post('/desk/round-tables/2022-q1/finishing')
    await coordinator.post('/desk/round-tables', {
      heldOn: '2022-04-28',
      startsAt: '10.30',
      expectedIds: house.store.organisations.list().map((each) => each.id),
    })
    const table = house.store.roundTables.list()[0]!
    const sergeant = house.signIn(PEOPLE.sergeant)
    t.match((await sergeant.get('/desk')).body, 'Say if you come', 'what waits for a member')
    const { id } = house.person(PEOPLE.sergeant)
    await sergeant.post(`/desk/round-tables/${table.slug}/invitations/${id}/answer`, {
      answer: 'coming',
      standIn: '',
    })
    const desk = await coordinator.get('/desk')
    t.match(desk.body, 'Coming: 1 from the police')
    t.match(desk.body, /No one from .*Mosaic.* yet/, 'R6: before the day')
    t.notMatch((await sergeant.get('/desk')).body, 'Say if you come')
  },
)

t.test(
  'forty things are capped, and the rest is one tap away without a script (R20)',
  async (t) => {
    const house = await openHouse({ t })
    const coordinator = house.signIn(PEOPLE.coordinator)
    const police = house.store.organisations
      .list()
      .find((each) => each.publicName === 'the police')!
    const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
    for (let i = 0; i < 39; i += 1)
      house.store.actions.record(
        {
          text: `Walk street ${i}`,
          kind: 'one-off',
          leadId: police.id,
          seatId: null,
          helperIds: [],
          by: '2021-12',
          proposed: false,
          first: { status: 'not-started', text: '' },
        },
        { roundTableId: null, concernIds: [], depth: 'table', ground: null, list: [] },
        by,
      )
    const { body } = await coordinator.get('/desk')
    const [late] = /<section[^>]*id="late-list"[^]*?<\/section>/.exec(body)!
    t.match(late, '41 actions are late')
    t.match(late, /and 36 more/)
    t.match(late, /href="\/desk\?all=yes#late-list">Show the\s+other 16</)
    const [first] = late.split('<details>')
    t.equal(first!.match(/<li>/g)!.length, 5)
    t.equal(late.match(/<li>/g)!.length, 25)
    const all = (await coordinator.get('/desk?all=yes')).body
    const [every] = /<section[^>]*id="late-list"[^]*?<\/section>/.exec(all)!
    t.equal(every.match(/<li>/g)!.length, 41)
    const mine = (await house.signIn(PEOPLE.sergeant).get('/desk')).body
    t.match(mine, /My actions[^]*and \d+ more/)
  },
)

t.test('members and observers see nothing that they cannot do', async (t) => {
  const house = await openHouse({ t })
  for (const email of [PEOPLE.sergeant, PEOPLE.officer, PEOPLE.observer]) {
    const { body } = await house.signIn(email).get('/desk')
    for (const words of ['Start here', 'Quick start', 'Write the entry', 'Also open', 'Fill it'])
      t.notMatch(body, words, `${email}: ${words}`)
  }
  const observer = await house.signIn(PEOPLE.observer).get('/desk')
  t.match(observer.body, 'Nothing waits for you. That is good.')
  t.match(observer.body, 'Read along')
  t.notMatch(observer.body, 'Say where my actions stand')
})

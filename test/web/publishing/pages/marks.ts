import t, { type Test } from 'tap'
import type { EntryWords } from '../../../../src/domain/publishing/kinds/entry.ts'
import type { ToldAction } from '../../../../src/domain/publishing/kinds/entry/told-action.ts'
import { openHouse } from '../../../support/house.ts'
import { entryWords, tell } from '../../../support/publications.ts'

const TODAY = '2022-01-27'
const council = { code: 'council', name: 'the council' }
const told = (over: Partial<ToldAction>): ToldAction => ({
  words: '',
  who: council,
  helpers: [],
  by: null,
  kind: 'one-off',
  status: 'under-way',
  accepted: true,
  closed: false,
  lastHeardOn: TODAY,
  ...over,
})

/** The page of an entry, and each of its actions, as text with the marks that stand in it. */
const shown = async (t: Test, over: Partial<EntryWords>) => {
  let slug = ''
  const house = await openHouse({
    t,
    prepare: (store) => {
      slug = tell(store, entryWords({ on: null, ...over })).slug
    },
  })
  const { body } = await house.stranger().get(`/entries/${slug}`)
  const who = body.match(/<section [^>]*id="who-does-it"[^]*?<\/section>/)![0]
  return {
    body,
    facts: body.match(/<dl class="facts" id="facts-[^]*?<\/dl>/)![0],
    who,
    actions: who.split('<li>').slice(1),
  }
}

t.test('R1: what goes on is never drawn as done, whoever reads of it where', async (t) => {
  const { body, actions } = await shown(t, {
    standing: 'standing',
    on: '2022-01-10',
    actions: [told({ kind: 'standing', status: 'done' }), told({ status: 'done', closed: true })],
  })
  t.match(actions[0], /class="state state--standing">Still going</)
  t.match(actions[1], /class="state">Done</)
  t.notMatch(body, /<li class="done">/, 'nor does its last step end it')
  t.match(
    (await shown(t, {})).body,
    /<li class="done">/,
    'while the last step of what is done does',
  )
})

t.test('R2: nobody is said to owe a date for what has no end', async (t) => {
  const one = await shown(t, {
    standing: 'under-way',
    actions: [told({ kind: 'standing' }), told({})],
  })
  t.notMatch(one.actions[0], 'No date agreed yet')
  t.match(one.actions[1], 'No date agreed yet.')
  t.match(one.facts, 'No date agreed yet', 'the other action still lacks one')
  const dated = await shown(t, {
    standing: 'under-way',
    actions: [told({ kind: 'standing', by: '2022-04' })],
  })
  t.match(dated.actions[0], /By (<[^>]+>)?April 2022/)
  const alone = await shown(t, {
    standing: 'under-way',
    actions: [told({ kind: 'standing' })],
  })
  t.notMatch(alone.body, 'No date agreed yet')
  t.match((await shown(t, { standing: 'unanswered' })).facts, 'No date agreed yet')
})

t.test('R8: “No news” stands with the action that nobody was heard of on', async (t) => {
  const { who, actions } = await shown(t, {
    standing: 'under-way',
    actions: [
      told({ words: 'Quiet', lastHeardOn: '2021-11-27' }),
      told({ words: 'Spoken of' }),
      told({ words: 'Finished', lastHeardOn: '2021-10-01', status: 'done' }),
      told({ words: 'Not accepted', lastHeardOn: '2021-10-01', accepted: false }),
      told({ words: 'Just in time', lastHeardOn: '2021-12-28' }),
    ],
  })
  t.match(actions[0], 'No news for 2 months.')
  t.equal(who.match(/No news for/g)?.length, 1, 'and with no other, nor after the last')
})

t.test('“No answer yet” is one number wherever the board says it', async (t) => {
  const house = await openHouse({ t })
  const { body } = await house.stranger().get('/')
  const strip = Number(body.match(/<b>(\d+)<\/b>\s*<span class="state state--unanswered">/)![1])
  const figures = body.match(/<section [^>]*id="figures"[^]*?<\/section>/)![0]
  const tables = figures.split('</table>')
  for (const table of tables.slice(0, 2)) {
    const numbers = [...table.matchAll(/data-label="No answer yet">(\d+)</g)].map((each) =>
      Number(each[1]),
    )
    t.equal(
      numbers.reduce((sum, each) => sum + each, 0),
      strip,
    )
  }
  const row = tables[2]!.match(/<span>No answer yet<\/span>[^]*?data-label="Concerns">(\d+)</)!
  t.equal(Number(row[1]), strip, 'what is under way is counted by itself')
  t.notMatch(body, /not answered yet/i)
})

/** A stop with the next sentence against it: a capital, or a letter of another script. */
const RUN_ON = /\S*[.۔।](?:\p{Lu}|(?!\p{Script=Latin})\p{L})\S*/u

t.test('no sentence runs into the next one, in any language', async (t) => {
  const house = await openHouse({ t })
  const resident = house.stranger()
  const slugs = house.store.published.board().entries.map(({ slug }) => `/entries/${slug}`)
  for (const language of ['', '/ar', '/bn', '/ur', '/fr'])
    for (const path of [
      '/',
      '/about',
      '/complain',
      '/privacy',
      '/round-tables/2022-q2',
      ...slugs,
    ]) {
      const { body } = await resident.get(path === '/' ? language || '/' : language + path)
      const lines = body
        .replace(/<(script|style)\b.*?<\/\1>/gs, '')
        .replace(
          /<\/?(?:p|li|ul|ol|h[1-6]|d[ltd]|div|section|summary|details|nav|header|footer|main|form|label|option|button|title|small|br)\b[^>]*>/g,
          '\n',
        )
        .replace(/<[^>]*>/g, '')
      t.equal(RUN_ON.exec(lines)?.[0], undefined, language + path)
    }
})

import t, { type Test } from 'tap'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { madeNoDifference } from '../../../../src/web/desk/residents/verdicts.ts'
import { storeOver } from '../../../../src/store/store.ts'
import { connect } from '../../../../src/store/database.ts'
import { openHouse, PEOPLE, type House } from '../../../support/house.ts'
import { say, SLUG, version } from './set-up.ts'

const STANDING = { done: 'difference', standing: 'difference' } as Record<string, string>
const askedOf = (body: string): string => body.match(/name="question" value="(\w+)"/)?.[1] ?? ''
const answered = (body: string): string =>
  (body.match(/<section class="stack" id="answers".*?<\/section>/s)?.[0] ?? '').replace(/\s+/g, ' ')

t.test(
  'each entry asks what can be answered: whether it helped where something was done, else whether it is still a problem',
  async (t) => {
    const house = await openHouse({ t })
    const resident = house.stranger()
    const asked = new Set<string>()
    for (const { slug, words } of house.store.published.board().entries) {
      const { body } = await resident.get(`/entries/${slug}`)
      const question = STANDING[words.standing] ?? 'still'
      t.equal(askedOf(body), question, `${slug} is ${words.standing}`)
      t.match(
        body,
        question === 'still' ? 'Is this still a problem' : 'Did this make a difference',
        slug,
      )
      asked.add(question)
    }
    t.equal(asked.size, 2)
    t.match((await resident.get('/ar/entries/2021-q3-2')).body, 'هل ')
  },
)

t.test(
  'R23: an answer to a question that is not asked any more is not counted, and its words are kept',
  async (t) => {
    const house = await openHouse({ t })
    const before = house.store.journal.count()
    const late = await say(house.stranger(), 'no', 'My own words', SLUG, 'still')
    t.equal(late.statusCode, 409)
    t.match(late.body, 'My own words</textarea>')
    t.match(late.body, 'This has changed since you opened it')
    t.match(late.body, /<title>There is a problem/)
    t.equal((await say(house.stranger(), 'no', '', SLUG, '')).statusCode, 400)
    t.equal((await say(house.stranger(), 'no', '', SLUG, 'other')).statusCode, 400)
    t.equal(house.store.journal.count(), before, 'nothing was written')
    t.equal(
      house.store.verdicts.words(SLUG).some((each) => each.word === 'My own words'),
      false,
    )
  },
)

t.test(
  'R10, R13, R17: readers see how many answered what once ten did, in whole tens, when someone else approved it',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const page = async (): Promise<string> =>
      answered((await house.stranger().get(`/entries/${SLUG}`)).body)
    t.notMatch(
      (await laptop.get('/desk/entries')).body,
      'What readers answered under',
      'five said yes',
    )
    t.equal((await laptop.post('/desk/entries', { kind: 'answers' })).statusCode, 404)
    many(house, 'yes', 20)
    many(house, 'no', 9)
    t.equal(await page(), '', 'nothing is told that nobody approved')

    const path = await begin(t, house)
    await tell(t, house, path)
    t.match(await page(), /Yes<\/dt><dd>20 or more</)
    t.notMatch(await page(), /No<\/dt>|9|25/, 'nine is not told, nor any total')

    const behind = /The board tells of yesterday[^]*What readers answered/
    t.notMatch((await laptop.get('/desk')).body, behind)
    many(house, 'no', 1)
    t.notMatch(await page(), /No<\/dt>/, 'what is told stays until it is told anew')
    t.match((await laptop.get('/desk/entries')).body, 'Moved on since')
    t.match((await laptop.get('/desk')).body, behind, 'R28: the desk says so by itself')
    const id = Number(path.split('/').at(-1))
    const find = () => house.store.publications.find(id)!
    await laptop.post(`${path}/drafts`, {
      basedOn: draftOf(find())!.id,
      changeKind: 'news',
      changeWords: '',
    })
    await tell(t, house, path)
    t.match(await page(), /No<\/dt><dd>10 or more</)
    t.match((await house.stranger().get(`/ar/entries/${SLUG}`)).body, '10 أو أكثر')

    await laptop.post(`${path}/withdrawal`, { ground: 'It was wrong.' })
    t.equal(await page(), '', 'R15: and it can be taken down')
  },
)

/** The sample holds five who said yes. */
const many = (house: House, verdict: 'yes' | 'no', times: number): void => {
  for (let i = 0; i < times; i++)
    house.store.inbox.leaveVerdict(
      {
        slug: SLUG,
        version: version(house),
        question: 'difference',
        verdict,
        word: '',
        replacesId: null,
      },
      house.clock.at(),
      '2022-01-27',
    )
}

const begin = async (t: Test, house: House): Promise<string> => {
  const laptop = house.signIn(PEOPLE.coordinator)
  t.match((await laptop.get('/desk/entries')).body, 'What readers answered under')
  return String((await laptop.post('/desk/entries', { kind: 'answers' })).headers.location)
}

const tell = async (t: Test, house: House, path: string): Promise<void> => {
  const laptop = house.signIn(PEOPLE.coordinator)
  const id = Number(path.split('/').at(-1))
  const find = () => house.store.publications.find(id)!
  t.equal((await laptop.get(path)).statusCode, 200)
  t.equal((await laptop.post(`${path}/publication`)).statusCode, 422, 'R13')
  await house.signIn(PEOPLE.approver).post(`${path}/approval`, { draftId: draftOf(find())!.id })
  t.equal((await laptop.post(`${path}/publication`)).statusCode, 303)
}

t.test(
  'R4: what helped nobody stands on the agenda in one order, whichever entry was answered first',
  async (t) => {
    const { store, file, clock } = await openHouse({ t })
    const board = store.published.board()
    for (const told of [...store.glances.told()].toReversed()) {
      const entry = board.entries.find((each) => each.slug === told.slug)
      if (told.kind !== 'entry' || STANDING[entry?.words.standing ?? ''] !== 'difference') continue
      for (let i = 0; i < 20; i += 1)
        store.inbox.leaveVerdict(
          {
            slug: entry!.slug,
            version: entry!.version,
            question: 'difference',
            verdict: 'no',
            word: '',
            replacesId: null,
          },
          clock.at(),
          clock.at().slice(0, 10),
        )
      madeNoDifference(store)
    }
    const db = connect(file)
    t.teardown(() => db.$client.close())
    const lines = madeNoDifference(store)
    t.ok(lines.length > 2, `${lines.length} stand there`)
    t.same(lines, madeNoDifference(storeOver(db, file)))
  },
)

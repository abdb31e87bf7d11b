import Database from 'better-sqlite3'
import t, { type Test } from 'tap'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { openHouse, PEOPLE, type House } from '../../../support/house.ts'
import { counter, say, SLUG, version } from './set-up.ts'

t.test(
  'R20, R27: one tap answers, without a name, with a word where someone wants to add one',
  async (t) => {
    const house = await openHouse({ t })
    const counted = counter(house)
    const page = (await house.stranger().get(`/entries/${SLUG}`)).body
    for (const verdict of ['yes', 'little', 'no', 'unsure'])
      t.match(page, `name="verdict" value="${verdict}"`)
    const tapped = await say(house.stranger(), 'little')
    t.match(
      [tapped.statusCode, tapped.headers.location, tapped.headers['cache-control']],
      [303, `/entries/${SLUG}/thanks`, 'no-store'],
    )
    t.match((await house.stranger().get(`/entries/${SLUG}/thanks`)).body, 'Thank you')
    const arabic = await house.stranger().post(`/ar/entries/${SLUG}/verdicts`, {
      question: 'difference',
      verdict: 'yes',
      word: 'شكرا',
    })
    t.equal(arabic.headers.location, `/ar/entries/${SLUG}/thanks`)
    t.same(counted(), { yes: 1, little: 1, no: 0, unsure: 0 })
    t.ok(house.store.verdicts.words(SLUG).some((each) => each.word === 'شكرا'))
    t.equal(
      (
        await house
          .stranger()
          .post(`/entries/${SLUG}/verdicts`, { question: 'difference', verdict: 'yes' })
      ).statusCode,
      303,
      'without a word at all',
    )
  },
)

t.test(
  'R22: a second tap the same day takes the place of the first, and not on another day or for another copy',
  async (t) => {
    const house = await openHouse({ t })
    const counted = counter(house)
    const phone = house.stranger()
    for (const verdict of ['no', 'no', 'yes', 'little']) await say(phone, verdict, `zq ${verdict}`)
    t.same(counted(), { yes: 0, little: 1, no: 0, unsure: 0 })
    t.same(
      house.store.verdicts
        .words(SLUG)
        .filter((each) => each.word.startsWith('zq'))
        .map((each) => each.word),
      ['zq little', 'zq yes', 'zq no'],
      'one answer, and no word is lost',
    )
    await say(phone, 'no', '', '2021-q3-2')
    t.same(counted(), { yes: 0, little: 1, no: 0, unsure: 0 }, 'another entry is another question')
    house.clock.pass({ days: 1 })
    await say(phone, 'yes')
    t.same(counted(), { yes: 1, little: 1, no: 0, unsure: 0 })

    const { slug, publish } = await tellAnEntry(t, house)
    await say(phone, 'yes', '', slug, 'still')
    const first = version(house, slug)
    await publish({
      did: 'There is no answer yet. It goes to the round table in April.',
      changeKind: 'news',
    })
    t.not(version(house, slug), first)
    t.same(
      house.store.verdicts.count(slug, 'still', version(house, slug)),
      { yes: 0, little: 0, no: 0, unsure: 0 },
      'a new copy starts at nothing',
    )
    await say(phone, 'no', '', slug, 'still')
    t.same(house.store.verdicts.count(slug, 'still', version(house, slug)), {
      yes: 0,
      little: 0,
      no: 1,
      unsure: 0,
    })
    t.same(
      house.store.verdicts.count(slug, 'still', first),
      { yes: 1, little: 0, no: 0, unsure: 0 },
      'and takes nothing from the old one',
    )
  },
)

async function tellAnEntry(t: Test, house: House) {
  const laptop = house.signIn(PEOPLE.coordinator)
  const concernId = Number(
    (await laptop.post('/desk/concerns', { text: 'The park is dark', originKind: 'phone' })).headers
      .location!.split('/')
      .at(-1),
  )
  const path = String(
    (await laptop.post('/desk/entries', { kind: 'entry', concernId })).headers.location,
  )
  const made = () => house.store.publications.find(Number(path.split('/').at(-1)))!
  const publish = async (fields: Record<string, string>) => {
    await laptop.post(`${path}/drafts`, {
      said: 'The park is dark.',
      origin: 'Told to us',
      on: '',
      strength: '',
      worked: '',
      trail: 'January 2022: Told to us.',
      basedOn: String(draftOf(made())!.id),
      ...fields,
    })
    await house.signIn(PEOPLE.approver).post(`${path}/approval`, { draftId: draftOf(made())!.id })
    t.equal((await laptop.post(`${path}/publication`)).statusCode, 303)
  }
  await publish({ did: 'There is no answer yet. It goes to the next round table.' })
  const slug = made().slug!
  return { slug, publish }
}

t.test(
  'R24, R27: nothing on the disk says who answered, and nothing is asked of the browser',
  async (t) => {
    const house = await openHouse({ t })
    const resident = house.stranger()
    await resident.post(
      `/entries/${SLUG}/verdicts`,
      { question: 'difference', verdict: 'no', word: '' },
      { headers: { 'user-agent': 'zqagent/1.0' } },
    )
    t.equal(resident.cookies.size, 0)
    const db = new Database(house.file, { readonly: true })
    t.teardown(() => db.close())
    t.same(
      Object.keys(
        db.prepare('select * from verdicts order by id desc limit 1').get() as object,
      ).toSorted(),
      ['id', 'on', 'question', 'replaces_id', 'slug', 'verdict', 'version', 'word'],
    )
  },
)

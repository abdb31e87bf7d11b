import t from 'tap'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { openHouse, PEOPLE, type House } from '../../../support/house.ts'
import { sayWhoIsHere } from '../../round-tables/minuting/set-up.ts'
import { published } from './set-up.ts'

const SLUG = '2022-q1'
const OPEN = `/desk/round-tables/${SLUG}`

/** A table that made a told concern its priority, wrote down one that is not told, and is over. */
const met = async (house: House) => {
  const entry = await published(house)
  const { laptop, concernId } = entry
  await laptop.post(`${OPEN}/lines`, {
    text: 'c The caretaker shouts at children !priority\na Speak with Robin @wcc by May',
    key: 'a-box-of-its-own-3',
    last: '',
    seen: '0',
    step: 'save',
  })
  const choice = { concernId: String(concernId), choice: 'keep', into: '', reason: '' }
  await laptop.post(`${OPEN}/priorities`, choice)
  const { id } = house.store.roundTables.find(SLUG)!
  await laptop.post('/desk/entries', { kind: 'round-table', roundTableId: id })
  await sayWhoIsHere(house, laptop, SLUG)
  await laptop.post(`${OPEN}/finishing`)
  return entry
}
const pageOf = ({ store }: House) =>
  store.publications.findFor({
    kind: 'round-table',
    roundTableId: store.roundTables.find(SLUG)!.id,
  })!

t.test(
  'R9, R12: the form of a table that has met is filled in with public words, and the rest stands beside it to write anew',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, slug } = await met(house)
    const page = pageOf(house)
    const body = (await laptop.get(`/desk/entries/${page.id}`)).body
    t.match(body, 'What may be told is filled in below')
    const field = (name: string): string =>
      new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)`, 's').exec(body)![1]!
    t.match(field('priorities'), /^\s*The park is dark in the evening\.\s*$/)
    t.notMatch(field('agreed'), 'Robin', 'R9: not the words of the table')
    t.match(body, /<b>Comes first:<\/b> <span data-hx-ignore>The caretaker shouts at children/)
    t.match(
      body,
      /<b>Agreed:<\/b> <span data-hx-ignore>Speak with Robin\. The council, by May 2022\./,
    )
    t.equal(draftOf(pageOf(house))!.id, draftOf(page)!.id, 'R21: looking saves nothing')

    await laptop.post(`/desk/entries/${page.id}/drafts`, {
      place: '',
      priorities: field('priorities').trim(),
      agreed: '',
      changeKind: 'news',
      basedOn: String(draftOf(page)!.id),
    })
    t.match(draftOf(pageOf(house))!.words, {
      priorities: ['The park is dark in the evening.'],
      state: 'draft',
    })
    t.match(JSON.stringify(draftOf(pageOf(house))!.words), `"${slug}"]`)
    t.notMatch((await laptop.get(`/desk/entries/${page.id}`)).body, 'is filled in below')
  },
)

t.test(
  'R28: residents go on from the page of a table to its entries, and the desk says when it is out of date',
  async (t) => {
    const house = await openHouse({ t })
    const told = house.store.published.board().tables.find((each) => each.slug === '2021-q4')!
    const page = (await house.stranger().get('/round-tables/2021-q4')).body
    for (const slug of told.words.entries!) t.match(page, `href="/entries/${slug}"`)
    t.ok(told.words.entries!.length > 0)

    const laptop = house.signIn(PEOPLE.coordinator)
    const list = async () => (await laptop.get('/desk/entries')).body.replace(/\s+/g, ' ')
    const outOfDate = /Public page: October 2021 round table.{0,160}Its entries are not what they/
    t.notMatch(await list(), outOfDate)
    const { id } = house.store.publications
      .list()
      .find((each) => each.kind === 'entry' && each.slug === told.words.entries![0])!
    await laptop.post(`/desk/entries/${id}/withdrawal`, { ground: 'It was wrong.' })
    t.match(await list(), outOfDate)
  },
)

import t from 'tap'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { type House, openHouse, PEOPLE } from '../../../support/house.ts'
import { lookUp } from '../../../support/house/residents.ts'
import { newest, numberIn, tell } from './set-up.ts'

const becameOf = async (house: House, reference: string): Promise<string> =>
  (await lookUp(house.stranger(), reference)).body.match(/<ol class="trail">.*?<\/ol>/s)?.[0] ?? ''

/** Publishes an entry for a concern, the whole way. */
const publish = async (house: House, concernId: number): Promise<string> => {
  const laptop = house.signIn(PEOPLE.coordinator)
  const path = String(
    (await laptop.post('/desk/entries', { kind: 'entry', concernId })).headers.location,
  )
  const publication = () => house.store.publications.find(Number(path.split('/').at(-1)))!
  await laptop.post(`${path}/drafts`, {
    said: 'The lights are out.',
    did: 'There is no answer yet. It goes to the next round table.',
    origin: 'Told to us',
    on: '',
    strength: '',
    worked: '',
    trail: 'January 2022: Told to us.',
    basedOn: String(draftOf(publication())!.id),
  })
  await house
    .signIn(PEOPLE.approver)
    .post(`${path}/approval`, { draftId: draftOf(publication())!.id })
  await laptop.post(`${path}/publication`)
  return publication().slug!
}

t.test(
  'R27: a resident writes without a name, gets a number, and sees with it each step of what became of it',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const sent = await tell(house.stranger(), 'The lights by the shops are out')
    t.equal(sent.statusCode, 200)
    t.equal(sent.headers['cache-control'], 'no-store')
    const number = numberIn(sent)
    t.match(number, /^[2-9A-Z]{5}-[2-9A-Z]{5}$/)
    t.same(newest(house).contact, null)
    t.match(await becameOf(house, number), 'Nobody has read it yet')
    const path = `/desk/messages/${newest(house).id}`
    t.equal((await laptop.post(`${path}/reading`)).statusCode, 303)
    t.match(await becameOf(house, number), /has read it/)
    t.equal(
      (
        await laptop.post(`${path}/concerns`, {
          text: 'It is dark by the shops',
          themeId: '',
          areaId: '',
        })
      ).statusCode,
      303,
    )
    t.match(await becameOf(house, number), 'on the list for the round table')
    const concern = house.store.concerns.listUnfiltered().at(-1)!
    t.match([concern.originKind, concern.depth], ['form', 'table'])
    t.notMatch(await becameOf(house, number), '/entries/')
    const slug = await publish(house, concern.id)
    t.match(await becameOf(house, number), `href="/entries/${slug}"`)
    t.equal(
      (await laptop.post(`${path}/answer`, { words: 'We asked the council.' })).statusCode,
      303,
    )
    t.match(await becameOf(house, number), 'We asked the council.')
    const entry = house.store.publications
      .list()
      .find((each) => each.kind === 'entry' && each.slug === slug)!
    await laptop.post(`/desk/entries/${entry.id}/withdrawal`, { ground: 'It was wrong.' })
    t.notMatch(await becameOf(house, number), slug, 'R15: a withdrawn entry is not linked')

    const aside = numberIn(await tell(house.stranger(), 'Buy cheap watches'))
    await laptop.post(`/desk/messages/${newest(house).id}/aside`)
    t.match(await becameOf(house, aside), 'nothing more with it')
  },
)

t.test(
  'R27: a message that is joined to a concern the board tells of already is told where, and so is one whose concern is merged into it',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const told = house.store.publications
      .list()
      .find((each) => each.kind === 'entry' && each.slug === '2021-q3-1')!
    const one = numberIn(await tell(house.stranger(), 'The same as before'))
    t.equal(
      (
        await laptop.post(`/desk/messages/${newest(house).id}/joining`, {
          concernId: told.concernId!,
        })
      ).statusCode,
      303,
    )
    t.match(await becameOf(house, one), '/entries/2021-q3-1')
    const other = numberIn(await tell(house.stranger(), 'Much the same'))
    await laptop.post(`/desk/messages/${newest(house).id}/concerns`, {
      text: 'Much the same, in our words',
      themeId: '',
      areaId: '',
    })
    const concern = house.store.concerns.listUnfiltered().at(-1)!
    t.notMatch(await becameOf(house, other), '/entries/')
    t.equal(
      (await laptop.post(`/desk/concerns/${concern.id}/merging`, { into: told.concernId! }))
        .statusCode,
      303,
    )
    t.match(await becameOf(house, other), '/entries/2021-q3-1')
  },
)

t.test('R20, R27: it works in every language, with the digits of any keyboard', async (t) => {
  const house = await openHouse({ t })
  for (const [code, text] of [
    ['ar', 'الإنارة معطلة'],
    ['bn', 'বাতি নষ্ট'],
    ['fa', 'چراغ‌ها خاموش است'],
    ['ckb', 'ڕووناکی نییە'],
    ['so', 'Nalalka ma shaqeeyo'],
    ['sq', 'Dritat s’punojnë'],
  ] as const) {
    const sent = await tell(house.stranger(), text, {}, `/${code}/tell-us`)
    t.equal(sent.statusCode, 200, code)
    t.match(newest(house), { language: code, text })
    const number = numberIn(sent)
    t.match(sent.body, /<bdi dir="ltr"><b>/, 'the number runs its own way')
    for (const typed of [
      number,
      number.toLowerCase(),
      number.replace('-', ' '),
      ` ${number.replace('-', '')} `,
      number.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!),
      number.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)]!),
      number.replace(/\d/g, (digit) => '০১২৩৪৫৬৭৮৯'[Number(digit)]!),
    ]) {
      t.equal(
        (await lookUp(house.stranger(), typed, `/${code}/tell-us/what-became-of-it`)).statusCode,
        200,
        `${code}: ${typed}`,
      )
    }
  }
})

import t from 'tap'
import { termsOf } from '../../../../src/domain/actions/action.ts'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { hands, lastPart } from './set-up.ts'

t.test('R12, R13: the approver reads every word that will be public', async (t) => {
  const house = await openHouse({ t })
  const { laptop, manager, raise, agree } = hands(house)
  const strings = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : Array.isArray(value)
        ? value.flatMap(strings)
        : value && typeof value === 'object'
          ? Object.values(value).flatMap(strings)
          : []
  const seen = async (id: number, leave: string[]) => {
    const page = (await manager.get(`/desk/entries/${id}`)).body.replaceAll('&#39;', '’')
    for (const word of strings(draftOf(house.store.publications.find(id)!)!.words).filter(
      (each) => each.includes(' ') && !leave.includes(each),
    ))
      t.ok(page.includes(word), word)
  }
  const concernId = await raise('The park is dark')
  const action = await agree(concernId, 'Mend it')
  const id = lastPart(
    (await laptop.post('/desk/entries', { kind: 'entry', concernId })).headers.location,
  )
  await laptop.post(`/desk/entries/${id}/drafts`, {
    said: 'Unseen said words.',
    did: 'Unseen did words.',
    origin: 'Unseen origin words',
    on: '',
    strength: 'view',
    worked: 'Unseen worked words.',
    trail: 'January 2022: Unseen trail words.',
    [`action-${action.id}`]: 'Unseen action words',
    basedOn: draftOf(house.store.publications.find(id)!)!.id,
  })
  await seen(id, [])
  const who = house.store.publications.list().find((each) => each.kind === 'partnership')!
  await laptop.post(`/desk/entries/${who.id}/drafts`, {
    name: 'Unseen name words',
    lede: 'Unseen lede words',
    organisations: 'Unseen organisation words',
    communities: 'Unseen community words',
    phone: '020 7946 0000',
    email: 'a@b.example',
    address: 'Unseen address words',
    hours: 'Unseen hour words',
    about: 'Unseen about words',
    complain: 'Unseen complaint words',
    changeKind: 'news',
    basedOn: draftOf(who)!.id,
  })
  await seen(who.id, [])
})

t.test(
  'R12: guarded words are found in every public field, a place’s name and our own address included',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, raise, tell } = hands(house)
    const who = house.store.publications.list().find((each) => each.kind === 'partnership')!
    await laptop.post(`/desk/entries/${who.id}/drafts`, {
      name: 'A charity',
      address: 'Beside Lantern Lane Youth Club',
      changeKind: 'news',
      basedOn: draftOf(who)!.id,
    })
    t.match((await laptop.get(`/desk/entries/${who.id}`)).body, 'is a guarded word')
    await laptop.post('/desk/settings/labels', { kind: 'area', name: 'Lantern Lane Youth Club' })
    const concernId = await raise('The park is dark')
    await laptop.post(`/desk/concerns/${concernId}/wordings`, {
      text: 'The park is dark',
      areaId: house.store.labels.list('area').at(-1)!.id,
      basedOn: house.store.concerns.listUnfiltered([concernId])[0]!.wordings.at(-1)!.id,
    })
    t.equal((await tell(concernId)).published, 422)
  },
)

t.test('R1, R13: an owner who declines after approval stops publication', async (t) => {
  const house = await openHouse({ t })
  const { laptop, raise, agree, tell } = hands(house)
  const concernId = await raise('The park is dark')
  const council = house.store.organisations.list().find((each) => each.code === 'council')!
  const action = await agree(concernId, 'Mend the lamps', { leadId: council.id })
  house.store.actions.recordAnswer(
    action.id,
    termsOf(action).id,
    { accepted: true, words: null, organisationId: council.id },
    { personId: house.person(PEOPLE.officer).id, at: house.clock.at() },
  )
  const { id, publication } = await tell(concernId)
  const draft = draftOf(publication())!
  await laptop.post(`/desk/entries/${id}/drafts`, {
    said: 'The park is dark.',
    did: 'The council will mend it.',
    origin: 'Told to us',
    on: '',
    strength: '',
    worked: '',
    trail: '',
    changeKind: 'news',
    basedOn: draft.id,
  })
  await house
    .signIn(PEOPLE.approver)
    .post(`/desk/entries/${id}/approval`, { draftId: draftOf(publication())!.id })
  await laptop.post(`/desk/actions/${action.id}/terms`, {
    text: 'Mend the lamps',
    kind: 'one-off',
    leadId: council.id,
    by: 'May',
    reason: 'Later',
    basedOn: termsOf(action).id,
  })
  t.match((await laptop.post(`/desk/entries/${id}/publication`)).body, 'The record has moved on')
})

t.test(
  'R28: a concern whose entry was withdrawn is untold again, and may be told anew',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, raise, tell } = hands(house)
    const concernId = await raise('The park is dark')
    const first = await tell(concernId)
    await laptop.post(`/desk/entries/${first.id}/withdrawal`, { ground: 'It was wrong.' })
    house.clock.pass({ days: 15 })
    const again = hands(house)
    t.match(
      (await again.laptop.get('/desk')).body,
      /Not told on the board after 14 days.*The park is dark/s,
    )
    const second = await again.tell(concernId)
    t.not(second.slug, first.slug)
    t.equal((await house.stranger().get(`/entries/${first.slug}`)).statusCode, 410)
    t.equal((await house.stranger().get(`/entries/${second.slug}`)).statusCode, 200)
  },
)

t.test(
  'R12: a word guarded after it was told is shown to the coordinator, with where it stands',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, raise, tell } = hands(house)
    await tell(await raise('The park is dark'), { said: 'The bandstand is dark.' })
    await laptop.post('/desk/settings/guarded-words', { word: 'bandstand' })
    t.match(
      (await laptop.get('/desk/settings')).body,
      /on the board now and hold a guarded word.*The bandstand is dark\./s,
    )
  },
)

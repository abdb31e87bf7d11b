import t from 'tap'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { hands, publicText, read } from './set-up.ts'

t.test(
  'R17: a token gives its number in every field of an entry, and what is withheld gets out of none',
  async (t) => {
    const house = await openHouse({ t })
    const { stall, draft } = hands(house)
    const id = await stall()
    const [female, male, few] = ['female', 'male', 'not-asked'].map(
      (group) => `{stall-${id}.gender.${group}}`,
    ) as [string, string, string]
    for (const field of ['said', 'did', 'origin', 'worked', 'trail']) {
      const entry = await draft()
      const say = (token: string) =>
        entry.tell({
          strength: 'counted',
          worked: 'It was counted.',
          [field]: field === 'trail' ? `January 2022: ${token} came.` : `${token} came.`,
        })
      for (const token of [male, few]) {
        t.equal((await say(token)).statusCode, 422, `${field} ${token}`)
        t.match(read(await entry.page()), 'cannot be told: it counts fewer than ten people')
        t.equal(
          (
            await house.signIn(PEOPLE.coordinator).post(`/desk/entries/${entry.id}/overrulings`, {
              key: 'complete',
              found: token,
              reason: 'I want to',
            })
          ).statusCode,
          422,
          'nor with a reason',
        )
      }
      const told = await say(female)
      t.equal(told.statusCode, 303, `${field}: ${read(told).slice(0, 300)}`)
      const { body } = await house.stranger().get(`/entries/${entry.publication().slug!}`)
      t.match(body, '24 came')
      t.notMatch(body, /\{stall|gender/)
    }
    const all = await publicText(house)
    t.same(
      all.match(/.{20}(?:\{stall|\.gender\.|not-asked|"counts").{20}/g),
      null,
      'no placeholder, and no word of what was withheld',
    )
  },
)

t.test(
  'R15, R17: the words of a correction hold the number as well, and not its placeholder',
  async (t) => {
    const house = await openHouse({ t })
    const { stall, draft } = hands(house)
    const id = await stall()
    const entry = await draft()
    await entry.tell({ did: 'We counted.' })
    t.equal(
      (
        await entry.tell({
          did: 'We counted again.',
          changeKind: 'correction',
          changeWords: `We left out that {stall-${id}.gender.female} came.`,
        })
      ).statusCode,
      303,
    )
    const { body } = await house.stranger().get(`/entries/${entry.publication().slug!}`)
    t.match(body, 'left out that 24 came')
    t.notMatch(body, '{stall')
    t.equal(
      (
        await entry.tell({
          changeKind: 'correction',
          changeWords: `And {stall-${id}.gender.male}.`,
        })
      ).statusCode,
      422,
    )
  },
)

t.test(
  'R17: a round table’s page holds such numbers, its form offers them, and it keeps the same rule',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, manager, stall } = hands(house)
    const id = await stall()
    const publication = house.store.publications.list().find((each) => each.kind === 'round-table')!
    const now = () => house.store.publications.find(publication.id)!
    const tell = async (agreed: string) => {
      await laptop.post(`/desk/entries/${publication.id}/drafts`, {
        place: '',
        priorities: '',
        agreed,
        changeKind: 'news',
        basedOn: draftOf(now())!.id,
      })
      await manager.post(`/desk/entries/${publication.id}/approval`, {
        draftId: draftOf(now())!.id,
      })
      return laptop.post(`/desk/entries/${publication.id}/publication`)
    }
    t.match(
      (await laptop.get(`/desk/entries/${publication.id}`)).body,
      `{stall-${id}.gender.female}`,
    )
    t.equal((await tell(`{stall-${id}.gender.male} came`)).statusCode, 422)
    t.equal((await tell(`{stall-${id}.gender.female} came`)).statusCode, 303)
    t.match((await house.stranger().get(`/round-tables/${now().slug!}`)).body, '24 came')
  },
)

t.test(
  'R17: a translation holds the numbers of the English: a placeholder is checked as the number it becomes, and what is withheld stops it',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, manager, stall, draft } = hands(house)
    const id = await stall()
    const entry = await draft()
    await entry.tell({
      said: 'We came.',
      did: `{stall-${id}.gender.female} came.`,
      origin: 'Told to us',
    })
    const slug = entry.publication().slug!
    const path = String(
      (await laptop.post('/desk/translations', { language: 'ar', kind: 'entry', slug })).headers
        .location,
    )
    const publication = () => house.store.publications.find(Number(path.split('/').at(-1)))!
    const words = () =>
      draftOf(publication())!.words as { pieces: { english: string; text: string }[] }
    const save = (text: string) =>
      laptop.post(`${path}/drafts`, {
        checked: 'yes',
        basedOn: draftOf(publication())!.id,
        ...Object.fromEntries(
          words().pieces.flatMap(({ english }, i) => [
            [`english-${i}`, english],
            [`piece-${i}`, english.includes('24') ? text : 'نص'],
          ]),
        ),
      })
    await save(`{stall-${id}.gender.male} رجل`)
    t.match(read(await laptop.get(path)), 'cannot be told')
    t.equal(
      (await manager.post(`${path}/approval`, { draftId: draftOf(publication())!.id })).statusCode,
      422,
    )
    await save('14 رجل')
    t.match(read(await laptop.get(path)), '“14” does not stand in the English')
    await save(`{stall-${id}.gender.female} امرأة`)
    t.match(read(await laptop.get(path)), '24 امرأة', 'the preview is what readers will read')
    t.equal(
      (await manager.post(`${path}/approval`, { draftId: draftOf(publication())!.id })).statusCode,
      303,
    )
    t.equal((await laptop.post(`${path}/publication`)).statusCode, 303)
    t.match((await house.stranger().get(`/ar/entries/${slug}`)).body, '24 امرأة')
  },
)

import t, { type Test } from 'tap'
import { sightOf } from '../../../../src/domain/evidence/programme.ts'
import { type Fields, openHouse, PEOPLE, type House } from '../../../support/house.ts'
import { hands, read, type Hands } from './set-up.ts'

t.test(
  'R12, R23: what it wants and what was learned are written down once, each beside what is known of it',
  async (t) => {
    const house = await openHouse({ t })
    const { begin, post, point, of, page } = hands(house)
    const id = await begin()
    await writtenOnce(t, house, id, { post, of })
    await whatIsKnown(t, id, { post, point, of, page })
    const learned = of(id).points[0]!.id
    t.equal(
      (await post(id, `points/${learned}/sights`, { strength: 'told', words: 'x', basedOn: '' }))
        .statusCode,
      422,
    )
    t.equal((await post(id, `points/${learned}/steps`, { words: 'x' })).statusCode, 404)
    for (const noun of ['concerns', 'actions'])
      t.equal((await post(id, `points/${learned}/${noun}`)).statusCode, 404)
    t.equal((await post(id, `points/${learned}/ending`)).statusCode, 303)
    t.equal((await post(id, `points/${learned}/ending`)).statusCode, 404)
  },
)

async function writtenOnce(
  t: Test,
  house: House,
  id: number,
  { post, of }: Pick<Hands, 'post' | 'of'>,
) {
  for (const [fields, reason] of [
    [{ kind: 'outcome', text: '' }, 'Write it in a sentence'],
    [{ kind: 'outcome', text: 'x'.repeat(1501) }, '1500 characters'],
    [{ kind: 'learning', text: 'Typed words' }, 'Name the theme'],
    [{ kind: 'party', text: 'Typed words' }, 'Choose from the list'],
  ] as const) {
    const answer = await post(id, 'points', fields)
    t.equal(answer.statusCode, 422)
    t.match(answer.body, reason)
    if (fields.kind !== 'party')
      t.match(answer.body, new RegExp(`id="points-${fields.kind}-(text|theme)-error"`))
    if (fields.kind === 'learning') t.match(answer.body, 'Typed words')
  }
  t.equal((await post(id, 'points', { kind: 'outcome', text: 'x', who: 'y' })).statusCode, 400)
  for (const _twice of [1, 2]) {
    const answer = await post(id, 'points', {
      kind: 'learning',
      theme: 'Agency',
      text: 'Both take part',
    })
    t.match(
      answer,
      { statusCode: 303, headers: { location: `/desk/programmes/${id}?add=learning` } },
      'the form is open for the next one',
    )
  }
  t.equal(of(id).points.length, 1)
  t.match(
    (await hands(house).laptop.get(`/desk/programmes/${id}?add=learning`)).body,
    /<details id="points-learning" open>[\s\S]*value="Agency"/,
  )
  t.match(await post(id, 'points', { kind: 'learning', theme: 'Trust', text: 'Both take part' }), {
    statusCode: 422,
    body: /written down already/,
  })
}

async function whatIsKnown(
  t: Test,
  id: number,
  { post, point, of, page }: Pick<Hands, 'post' | 'point' | 'of' | 'page'>,
) {
  const wanted = await point(id, 'outcome', 'Open dialogue')
  t.match(read(await page(id)), 'Nobody has said what is known of it')
  const see = (fields: Fields) => post(id, `points/${wanted}/sights`, fields)
  for (const [fields, field] of [
    [{ strength: '', words: 'Typed words' }, 'strength'],
    [{ strength: 'told', words: '' }, 'words'],
    [{ strength: 'told', words: 'x'.repeat(401) }, 'words'],
    [{ strength: 'sure', words: 'Typed words' }, 'strength'],
  ] as const) {
    const answer = await see(fields)
    t.equal(answer.statusCode, 422)
    t.match(answer.body, `id="point-${wanted}-${field}-error"`)
    t.ok(answer.body.includes(fields.words))
  }
  t.equal((await see({ strength: 'told', words: 'x', who: 'y' })).statusCode, 400)
  for (const _twice of [1, 2])
    t.equal(
      (await see({ strength: 'told', words: 'Four of them said so', basedOn: '' })).statusCode,
      303,
    )
  const sights = () => of(id).points.find((each) => each.id === wanted)!.sights
  t.equal(sights().length, 1, 'sent twice is said once')
  const late = await see({ strength: 'early', words: 'Ask again in May', basedOn: '' })
  t.equal(late.statusCode, 409)
  for (const words of ['Told to us. Four of them said so', 'Too early to say. Ask again in May'])
    t.match(read(late), words)
  t.equal(
    (await see({ strength: 'early', words: '', basedOn: sights().at(-1)!.id })).statusCode,
    303,
  )
  t.equal(sightOf(of(id).points.find((each) => each.id === wanted)!)!.strength, 'early')
  t.match(read(await page(id)), 'Too early to say.')
}

t.test('R23: nothing of another programme is changed through this one', async (t) => {
  const house = await openHouse({ t })
  const { begin, post, chance, point, of } = hands(house)
  const [one, other] = [await begin({ name: 'One' }), await begin({ name: 'Other' })]
  const opportunity = await chance(other)
  const wanted = await point(other, 'outcome', 'Open dialogue')
  await post(other, `points/${opportunity}/steps`, { words: 'Done so now' })
  await post(other, 'phases', { name: 'First phase' })
  const phase = of(other).phases[0]!.id
  await post(other, `phases/${phase}/handovers`, {
    organisationId: house.person(PEOPLE.sergeant).organisationId,
    fromRole: 'an officer',
    toRole: 'an inspector',
  })
  await post(one, 'phases', { name: 'Mine' })
  const mine = await chance(one, 'Mine')
  const before = JSON.stringify(of(other))
  const step = of(other).points[0]!.steps[0]!.id
  const handover = of(other).phases[0]!.handovers[0]!.id
  for (const [noun, fields] of [
    [`points/${opportunity}/ending`, {}],
    [`points/${wanted}/sights`, { strength: 'told', words: 'x', basedOn: '' }],
    [`points/${opportunity}/steps`, { words: 'x' }],
    [`points/${opportunity}/steps/${step}/ending`, {}],
    [`points/${mine}/steps/${step}/ending`, {}],
    [`points/${opportunity}/concerns`, {}],
    [`points/${opportunity}/actions`, {}],
    [`phases/${phase}/ending`, {}],
    [
      `phases/${phase}/handovers`,
      { organisationId: 1, fromRole: 'an officer', toRole: 'an inspector' },
    ],
    [`phases/${phase}/handovers/${handover}/ending`, {}],
    [`phases/${of(one).phases[0]!.id}/handovers/${handover}/ending`, {}],
  ] as const)
    t.equal((await post(one, noun, fields)).statusCode, 404, noun)
  t.equal(JSON.stringify(of(other)), before)
})

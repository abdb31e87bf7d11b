import t from 'tap'
import { eventTermsOf } from '../../../../src/domain/evidence/event.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { hands, lastPart, PRIVATE, publicText, read } from './set-up.ts'

t.test(
  'R17: a changed tally stops an approved draft, and two entries told at two times give nothing away together',
  async (t) => {
    const house = await openHouse({ t })
    const { rewrite, count, stall, draft, of } = hands(house)
    const id = await stall({ headCount: '38' }, { male: 14, female: 24 })
    const token = (what: string): string => `{stall-${id}.${what}}`
    const [first, second] = [await draft(), await draft()]
    t.equal(
      (
        await first.tell({
          did: `${token('came')} came: ${token('gender.male')} and ${token('gender.female')}.`,
        })
      ).statusCode,
      303,
    )
    await second.save({ did: `${token('came')} came.` })
    t.equal((await second.approve()).statusCode, 303)
    await rewrite(id, { headCount: '42' })
    await count(id, { 'not-asked': 4 })
    t.equal((await second.publish()).statusCode, 422, 'current')
    t.equal(
      (await second.tell({ did: `${token('came')} came.` })).statusCode,
      422,
      '42, beside 14 and 24, would tell of the four',
    )
    t.notMatch(await publicText(house, [`/entries/${first.publication().slug!}`]), /\b42 came/)
    await count(id, { 'not-asked': 0, female: 28 })
    t.equal(eventTermsOf(of(id)).headCount, 42)
    t.equal(
      (await second.tell({ did: `${token('came')} came.` })).statusCode,
      303,
      'a tally that agrees again is told',
    )
  },
)

t.test('R17: a group that is renamed or taken out after it was told opens nothing', async (t) => {
  const house = await openHouse({ t })
  const { laptop, stall, draft } = hands(house)
  const id = await stall()
  const token = (group: string): string => `{stall-${id}.gender.${group}}`
  const entry = await draft()
  t.equal((await entry.tell({ did: `${token('female')} came.` })).statusCode, 303)
  const approved = await draft()
  await approved.save({ did: `${token('female')} came.` })
  await approved.approve()
  const group = (groups: string) =>
    laptop.post('/desk/settings/words', { communities: 'x', atRisk: 'x', phrases: 'x', groups })
  for (const groups of [
    'Gender: Male, Women, Not asked',
    'Gender: Male, Other',
    'Gender: Male, Not asked',
  ]) {
    t.equal((await group(groups)).statusCode, 303)
    for (const name of ['male', 'not-asked', 'female']) {
      const other = await draft()
      t.equal(
        (await other.tell({ did: `${token(name)} came.` })).statusCode,
        422,
        `${groups}: ${name}`,
      )
    }
    t.equal((await approved.publish()).statusCode, 422, 'a draft with a group that is gone waits')
    t.match(
      read(await laptop.get(`/desk/events/${id}`)),
      /\d+ of 42 were in no group that is counted here/,
      'and the page says by how much the tally does not agree',
    )
  }
  await group('Gender: Male, Female, Not asked')
  t.equal((await approved.publish()).statusCode, 303, 'put back, it is as it was')
})

t.test(
  'R17: a placeholder split over two fields, in what residents or owners wrote, or written by hand is not filled; numbers typed by hand are stopped',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, stall, draft } = hands(house)
    const id = await stall()
    const token = `{stall-${id}.gender.female}`
    const split = await draft()
    t.equal(
      (await split.tell({ said: `{stall-${id}.`, did: 'gender.female}' })).statusCode,
      422,
      'half a placeholder is no words for residents',
    )
    const concernId = lastPart(
      await laptop.post('/desk/concerns', { text: `Was it ${token}?`, originKind: 'phone' }),
    )
    t.match(
      read(await laptop.get(`/desk/concerns/${concernId}`)),
      `Was it ${token}?`,
      'what residents said stands as they said it',
    )
    await laptop.post(`/desk/concerns/${concernId}/actions`, {
      text: `Ask ${token} women`,
      leadId: house.person(PEOPLE.coordinator).organisationId,
    })
    const action = house.store.actions.listUnfiltered().at(-1)!
    t.match(read(await laptop.get(`/desk/actions/${action.id}`)), `Ask ${token} women`)
    const entryId = lastPart(await laptop.post('/desk/entries', { kind: 'entry', concernId }))
    t.match(
      read(await laptop.get(`/desk/entries/${entryId}`)),
      token,
      'a first draft does not fill it either',
    )
    t.notMatch(
      (await house.stranger().post('/tell-us', { text: `${token} here`, website: '' })).body,
      '24 here',
    )
    for (const words of [
      '9 residents came.',
      'Nine boys came.',
      `${token} came, 4 of them boys.`,
      '14 young people came.',
      `{stall-${id}.came}9 residents came.`,
    ]) {
      const entry = await draft()
      t.equal((await entry.tell({ did: words })).statusCode, 422, words)
      t.match(read(await entry.page()), 'counts people')
    }
  },
)

t.test(
  'R17: an observer sees no list of placeholders, and a writer is offered numbers though a private event hangs on the same concern',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, stall, draft, of } = hands(house)
    const id = await stall()
    const entry = await draft()
    t.match((await entry.page()).body, `{stall-${id}.gender.female}`)
    t.notMatch(
      (await house.signIn(PEOPLE.observer).get(`/desk/entries/${entry.id}`)).body,
      'Numbers of people that you can put in',
    )
    const secret = await stall({ name: 'Secret stall' })
    await laptop.post(`/desk/events/${secret}/links`, { concernIds: entry.concernId })
    await laptop.post(`/desk/events/${secret}/depth`, {
      ...PRIVATE,
      list: house.person(PEOPLE.approver).id,
    })
    t.equal(of(secret).depth, 'named')
    t.match(
      (await entry.page()).body,
      `{stall-${id}.gender.female}`,
      'R11: the list does not change for it',
    )
    t.notMatch((await entry.page()).body, 'Secret stall')
  },
)

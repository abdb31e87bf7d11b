import t from 'tap'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { entryWords } from '../../../support/publications.ts'
import { agree, by, paperOf, raise, report, sectionOf, sheets, textOf } from './set-up.ts'

t.test(
  'R1, R6: what is proposed counts for nothing yet: it says so, and nobody stands beside it',
  async (t) => {
    const house = await openHouse({ t })
    const concern = raise(house, 'The bins are full')
    agree(house, concern, 'Empty the bins', { proposed: true })
    const rows = paperOf(house, '2021-q3', 'table')
      .sections.find((each) => each.id === 'not-done')!
      .blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
    t.match(
      rows.find(([said]) => said === 'The bins are full'),
      [
        'The bins are full',
        'No answer yet',
        /Empty the bins\. Not yet accepted by Metropolitan Police Service\.$/,
        'August 2021',
      ],
    )
  },
)

t.test(
  'R1, R3: once the record has moved on, the table’s sheet no longer lends the old public answer, nor how well that worked',
  async (t) => {
    const house = await openHouse({ t })
    const concern = raise(house, 'The lift is broken', { raisedOn: '2021-05' })
    const action = agree(house, concern, 'Mend the lift')
    report(house, action, 'could-not', 'There are no parts')
    const id = house.store.publications.record(
      { kind: 'entry', concernId: concern, roundTableId: null, year: null },
      entryWords({
        said: 'The lift is out.',
        did: 'No parts can be had.',
        standing: 'could-not',
        on: '2022-01-10',
        raisedOn: '2021-05',
        worked: { strength: 'view', words: 'People climb the stairs.' },
      }),
      [action],
      by(house),
    )
    house.store.publications.recordPublication(
      house.store.publications.find(id)!,
      draftOf(house.store.publications.find(id)!)!,
      by(house),
    )
    t.match(textOf(paperOf(house, '2021-q2', 'table')), 'No parts can be had.')
    t.match(sectionOf(paperOf(house, '2021-q2', 'table'), 'changed'), 'People climb the stairs.')
    house.clock.pass({ minutes: 1 })
    report(house, action, 'done', 'The lift runs')
    const after = paperOf(house, '2021-q2', 'table')
    t.match(
      sectionOf(after, 'done'),
      /Mend the lift\. Done\. The lift runs\nNot yet closed by the round table\./,
    )
    t.notMatch(textOf(after), 'No parts can be had.')
    t.notMatch(textOf(after), 'People climb the stairs.')
  },
)

t.test(
  'R1: concerns that were joined count once, and what was told of one is told of both',
  async (t) => {
    const house = await openHouse({ t })
    const [first, second] = [
      raise(house, 'Loud at night', { raisedOn: '2021-05' }),
      raise(house, 'Noise after ten', { raisedOn: '2021-05' }),
    ]
    t.match(sectionOf(paperOf(house, '2021-q2', 'table'), 'short'), '2 concerns were raised')
    house.store.concerns.recordMerge(second, first, by(house))
    t.match(
      sectionOf(paperOf(house, '2021-q2', 'table'), 'short'),
      /1 concern was raised[\s\S]*1 of them has no public words yet\./,
    )
    t.notMatch(textOf(paperOf(house, '2021-q2', 'table')), 'Noise after ten')
    const id = house.store.publications.record(
      { kind: 'entry', concernId: second, roundTableId: null, year: null },
      entryWords({ raisedOn: '2021-05', standing: 'unanswered', did: 'We heard this.' }),
      [],
      by(house),
    )
    house.store.publications.recordPublication(
      house.store.publications.find(id)!,
      draftOf(house.store.publications.find(id)!)!,
      by(house),
    )
    t.notMatch(textOf(paperOf(house, '2021-q2', 'table')), 'no public words yet')
  },
)

t.test('R7: an organisation that has ended keeps its name beside what it did', async (t) => {
  const house = await openHouse({ t })
  const police = house.person(PEOPLE.sergeant).organisationId
  const before = sheets(house, 'table')
  house.store.organisations.recordChange(police, { endedOn: '2022-01-20' }, by(house))
  t.same(sheets(house, 'table'), before)
})

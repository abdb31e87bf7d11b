import t, { type Test } from 'tap'
import { draftOf } from '../../../src/domain/publishing/publication.ts'
import { openHouse, PEOPLE, type Fields, type Visitor } from '../../support/house.ts'

t.test(
  'R23: whoever puts an error right still answers to the words they began with, so that what someone else saved meanwhile is a conflict and not lost',
  async (t) => {
    const house = await openHouse({ t })
    const { store } = house
    const laptop = house.signIn(PEOPLE.coordinator)
    const publication = store.publications
      .list()
      .find((each) => each.kind === 'entry' && each.releases.length > 0)!
    const [event, leaflet, action, concern] = [
      store.events.listUnfiltered()[0]!,
      store.leaflets.listUnfiltered()[0]!,
      store.actions.listUnfiltered().find((each) => each.depth === 'table')!,
      store.concerns.listUnfiltered()[0]!,
    ]
    const { title, version, answers, place } = leaflet.terms.at(-1)!
    for (const [path, good, wrong, newest] of [
      [
        `/desk/events/${event.id}/terms`,
        { kind: 'survey', name: 'Another name', heldOn: 'March 2021' },
        { heldOn: 'no day at all' },
        event.terms.at(-1)!.id,
      ],
      [
        `/desk/leaflets/${leaflet.id}/terms`,
        { title, version: `${version}.`, languages: ['en'], answers, place },
        { languages: ['none'] },
        leaflet.terms.at(-1)!.id,
      ],
      [
        `/desk/actions/${action.id}/terms`,
        { text: 'Other words', kind: 'one-off', reason: 'It was unclear' },
        { by: 'no day at all' },
        action.terms.at(-1)!.id,
      ],
      [
        `/desk/concerns/${concern.id}/wordings`,
        { text: 'Other words', reason: 'It was unclear' },
        { text: 'long '.repeat(2000) },
        concern.wordings.at(-1)!.id,
      ],
      [
        `/desk/entries/${publication.id}/drafts`,
        { said: 'Other words', did: 'Other words' },
        { on: 'no day at all' },
        draftOf(publication)!.id,
      ],
    ] as [string, Fields, Fields, number][]) {
      await isAConflict(t, laptop, { path, good, wrong, basedOn: String(newest) })
    }
  },
)

async function isAConflict(
  t: Test,
  laptop: Visitor,
  { path, good, wrong, basedOn }: { path: string; good: Fields; wrong: Fields; basedOn: string },
) {
  t.equal((await laptop.post(path, { ...good, basedOn })).statusCode, 303, path)
  const refused = await laptop.post(path, { ...good, ...wrong, basedOn })
  t.equal(refused.statusCode, 422, path)
  t.match(
    refused.body,
    `name="basedOn" value="${basedOn}"`,
    `${path}: the form still says what it was based on`,
  )
  t.equal(
    (await laptop.post(path, { ...good, basedOn })).statusCode,
    409,
    `${path}: and that is a conflict`,
  )
}

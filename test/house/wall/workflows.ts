import t from 'tap'
import { tellAgain } from '../../support/publications.ts'
import { draftOf } from '../../../src/domain/publishing/publication.ts'
import { goThrough } from '../../support/workflows/property.ts'

const RUNS = 25
/** The same in each run: `npm run torture` goes through others. */
const SEED = 360130888

t.test(
  'R9, R10, R11, R15: whatever is done in whatever order, what is not told is read nowhere',
  async (t) => {
    const { failed, figures, seed } = await goThrough({ runs: RUNS, seed: SEED })
    t.equal(failed, null)
    t.ok(figures.typed > RUNS, 'words were typed')
    t.ok(figures.told > 0, 'some of them were told, and read')
    t.ok(figures.gone > 0, 'and some of those were taken down')
    t.comment(`${JSON.stringify(figures)}, seed ${seed}`)
  },
)

t.test('... and a workflow that tells what it should not is found', async (t) => {
  const { failed } = await goThrough({ runs: 1, seed: SEED }, ({ house, markers }) => {
    const entry = house.store.publications
      .list()
      .find((each) => each.kind === 'entry' && each.slug && !each.withdrawal)
    if (!entry) return
    const words = { ...draftOf(entry)!.words, said: `Residents told us ${markers.hidden()}.` }
    tellAgain(house.store, entry.id, words)
  })
  t.match(failed, /typed for no reader/)
})

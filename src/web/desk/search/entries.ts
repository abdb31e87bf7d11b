import { textsOf } from '../../../domain/publishing/pieces.ts'
import { draftOf } from '../../../domain/publishing/publication.ts'
import type { ToldGlance } from '../../../store/glance/glance.ts'
import { to } from '../../to.ts'
import { named, stageOf } from '../publishing/entry-lines.ts'
import type { Visit } from '../visit.ts'
import { sentences, type Thing, type Things } from './found.ts'

/** What is written for the board, as its list has it: nothing of what is held in private. */
export const entriesFound = ({ store }: Visit, told: ToldGlance[]): Things => {
  return {
    key: 'entries',
    title: 'On the board, or on its way',
    things: named(store, told)
      .toReversed()
      .map(({ publication, name, isBehind }): Thing => {
        const draft = draftOf(publication)
        return {
          title: name,
          also: draft ? textsOf(draft.words) : [],
          numbers: publication.slug === null ? [] : [publication.slug],
          path: to('/desk/entries', publication.id),
          where: () => sentences(stageOf(publication, isBehind)),
        }
      }),
  }
}

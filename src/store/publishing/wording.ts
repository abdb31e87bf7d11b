import { kindOf } from '../../domain/publishing/kinds/kinds.ts'
import { passagesOf } from '../../domain/publishing/pieces.ts'
import { liveDraftOf, type Publication } from '../../domain/publishing/publication.ts'
import type { Alert, Knowledge } from '../../domain/publishing/wording/alert.ts'
import { passagesOfFile } from '../../domain/publishing/wording/file-words.ts'
import { forbidden } from '../../domain/publishing/wording/forbidden.ts'
import { alertsIn } from '../../domain/publishing/wording/wording.ts'

type FileTexts = (publication: Pick<Publication, 'kind' | 'slug'>) => string[]

/** What words may lead to, by what is known of the partnership now. */
export const wordingOf = (knowledge: () => Knowledge, fileTexts: FileTexts) => ({
  liveAlerts: (publications: Publication[]) => liveAlerts(publications, knowledge(), fileTexts),
  /**
   * What in these words may lead to a person or a place that is guarded. What is held in private
   * is not asked, so that no answer tells of it.
   */
  leadsTo: (text: string): string[] => leadsTo([text], knowledge())[0]!,
  /** ... and in each of many, with what is known read once. */
  leadsToEach: (texts: readonly string[]): string[][] => leadsTo(texts, knowledge()),
  /**
   * What stands in the way of each row of a translator's file. What is held in private is not asked
   * here either: that is asked of the draft before it is told.
   */
  alertsInRows: (rows: readonly { english: string; text: string }[]): Alert[][] => {
    const known = { ...knowledge(), private: [] }
    return rows.map(({ english, text }) => alertsIn([{ field: 'text', text, english }], known))
  },
})

const leadsTo = (texts: readonly string[], known: Knowledge): string[][] =>
  texts.map((text) =>
    alertsIn([{ field: 'text', text }], { ...known, private: [] })
      .filter((each) => ['names', 'contacts', 'described', 'guarded'].includes(each.key))
      .map((each) => each.found),
  )

/**
 * Live public words that repeat a private matter or hold a guarded word: someone has named or
 * guarded it since.
 */
const liveAlerts = (
  publications: Publication[],
  knowledge: Knowledge,
  fileTexts: FileTexts,
): { publication: Publication; keys: string[] }[] =>
  publications
    .filter(
      ({ releases, withdrawal }) => releases.length > 0 && !releases.at(-1)!.blanked && !withdrawal,
    )
    .map((publication) => {
      const { words } = liveDraftOf(publication)!
      const files = kindOf(words).files ? fileTexts(publication).flatMap(passagesOfFile) : []
      const alerts = forbidden([...passagesOf(words), ...files], knowledge)
      return { publication, keys: alerts.map((each) => each.key) }
    })
    .filter((each) => each.keys.length > 0)

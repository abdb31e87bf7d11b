import { languageName } from '../../../../domain/language.ts'
import { z } from 'zod'
import { termsOf as termsOfAction } from '../../../../domain/actions/action.ts'
import type { Refusal } from '../../../../domain/decision.ts'
import {
  leafletTermsOf,
  type Leaflet,
  type LeafletWritten,
} from '../../../../domain/evidence/leaflet.ts'
import { namesOf, titleOfAction } from '../../../../work/names.ts'
import { maybeId, someOf, words } from '../../../forms.ts'
import type { Desk, Visit } from '../../visit.ts'

/** A leaflet that is written down for the first time. */
export const newLeafletForm = ({ desk }: Visit) => z.strictObject(leafletFields(desk))

/** ... and one that is written again, over the words that were read. */
export const leafletForm = ({ desk }: Visit) =>
  z.strictObject({ ...leafletFields(desk), basedOn: z.string().transform(Number) })

const leafletFields = ({ languages }: Desk) => ({
  title: words(120),
  organisationId: maybeId(),
  version: words(60),
  languages: someOf(languages.map(({ code }) => code)),
  answers: words(300),
  actionId: maybeId(),
  place: words(200),
  replacesId: maybeId(),
})

/**
 * A question or a leaflet that this person may not know of is not there for them; one that is
 * linked already stays.
 */
export const notThereFor = (
  { store, who }: Visit,
  { actionId, replacesId }: Pick<LeafletWritten, 'actionId' | 'replacesId'>,
  now?: Leaflet,
): Refusal[] => {
  const linked = now && leafletTermsOf(now)
  const isQuestion = (id: number): boolean => {
    const action = store.actions.find(id, who)
    return action !== undefined && termsOfAction(action).kind === 'question'
  }
  const isThere = {
    actionId: actionId === null || actionId === linked?.actionId || isQuestion(actionId),
    replacesId:
      replacesId === null ||
      replacesId === linked?.replacesId ||
      store.leaflets.find(replacesId, who) !== undefined,
  }
  return (['actionId', 'replacesId'] as const)
    .filter((field) => !isThere[field])
    .map((field) => ({ field, reason: 'Choose from the list' }))
}

/** All that is written of a leaflet, as plain lines, for two people to compare (R23). */
export const linesOfLeaflet = ({ store, who }: Visit, written: LeafletWritten): string => {
  const { actionId, replacesId } = written
  const question = actionId === null ? undefined : store.actions.find(actionId, who)
  const older = replacesId === null ? undefined : store.leaflets.find(replacesId, who)
  const called = older?.depth === 'named' ? 'Held in private' : older && leafletTermsOf(older).title
  return [
    written.title,
    namesOf(store).organisation(written.organisationId),
    written.version,
    written.languages.map(languageName).join(', '),
    written.answers,
    question && titleOfAction(question),
    written.place,
    older && `It takes the place of: ${called}`,
  ]
    .filter(Boolean)
    .join('\n')
}

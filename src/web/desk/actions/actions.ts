import { get, page, type Route } from '../route.ts'
import { actionLog, listPage } from './action-list.ts'
import { showPage } from './action-page.ts'
import { acceptAction, changeActionTerms, declineAction, setActionDepth } from './action-terms.ts'
import { updatePhotosRoutes } from './releasing/update-photos.ts'
import { releasesRoutes } from './releasing/releases.ts'
import { closeAction, reopenAction, reportOnAction, takeUpdateBack } from './action-updates.ts'
import { changeActionSteps } from './pace/steps.ts'
import { answerAsked, askForChange, takeAskedBack } from './pace/wishes.ts'

/** Actions: what owners say about them, what the table says, and their whole history. */
export const actionsRoutes: readonly Route[] = [
  page('/desk/actions', 'read', listPage),
  get('/desk/actions.csv', 'read', actionLog),
  page('/desk/actions/:id', 'matter', showPage),
  reportOnAction,
  takeUpdateBack,
  acceptAction,
  declineAction,
  closeAction,
  reopenAction,
  changeActionTerms,
  setActionDepth,
  ...releasesRoutes,
  ...updatePhotosRoutes,
  askForChange,
  takeAskedBack,
  answerAsked,
  changeActionSteps,
]

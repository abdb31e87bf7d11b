import type { ActionsViews } from './desk/actions.ts'
import type { ConcernsViews } from './desk/concerns.ts'
import type { ErasingViews } from './desk/erasing.ts'
import type { EvidenceViews } from './desk/evidence.ts'
import type { ConflictViews } from './desk/frame.ts'
import type { HomeViews } from './desk/home.ts'
import type { LettersViews } from './desk/letters.ts'
import type { PeopleViews } from './desk/people.ts'
import type { PublishingViews } from './desk/publishing.ts'
import type { ResidentsViews } from './desk/residents.ts'
import type { PlanningViews } from './desk/round-tables/planning.ts'
import type { RoundTablesViews } from './desk/round-tables/round-tables.ts'
import type { SearchViews } from './desk/search.ts'
import type { SettingsViews } from './desk/settings.ts'
import type { ErrorViews } from './errors.ts'
import type { Parts } from './parts.ts'
import { viewOf } from './view.ts'

/** Every template behind the desk's door. */
export interface DeskViews
  extends
    ActionsViews,
    ConcernsViews,
    EvidenceViews,
    ConflictViews,
    ErasingViews,
    HomeViews,
    LettersViews,
    PeopleViews,
    PublishingViews,
    ResidentsViews,
    RoundTablesViews,
    PlanningViews,
    SearchViews,
    SettingsViews,
    Pick<Parts, 'parts/dates/_read'>,
    ErrorViews {}

export const view = viewOf<DeskViews>()

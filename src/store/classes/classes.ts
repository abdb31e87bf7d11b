import { ACTIONS } from './actions.ts'
import { CONCERNS } from './concerns.ts'
import { EVENTS } from './events.ts'
import { LEAFLETS } from './leaflets.ts'
import { LETTERS } from './letters.ts'
import { MINUTES } from './minutes.ts'
import { PEOPLE } from './people.ts'
import { PROGRAMMES } from './programmes.ts'
import { PUBLISHING } from './publishing.ts'
import { RESIDENTS } from './residents.ts'
import { ROUND_TABLES } from './round-tables.ts'
import { SETTINGS } from './settings.ts'
import { SIGN_IN } from './sign-in.ts'
import type { Class } from './class.ts'

/** The class of every column, by table and column as the database calls them. */
export const CLASSES: Record<string, Record<string, Class>> = {
  ...ACTIONS,
  ...CONCERNS,
  ...EVENTS,
  ...LEAFLETS,
  ...LETTERS,
  ...MINUTES,
  ...PEOPLE,
  ...PROGRAMMES,
  ...PUBLISHING,
  ...RESIDENTS,
  ...ROUND_TABLES,
  ...SETTINGS,
  ...SIGN_IN,
}

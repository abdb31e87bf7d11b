import type Database from 'better-sqlite3'
import type { Erasure } from './list.ts'
import { NAME_ERASED, type Erasable, type Goes } from '../../domain/people/erasing.ts'
import { countOf, runStep, type Step } from './step.ts'

const NAMES = `select name from people where id = :id
  union select name from person_names where person_id = :id`
const standingIn = (table: string): Step => ({
  what: 'Their name where it was said that they come for someone else',
  table,
  set: `stand_in = '${NAME_ERASED}'`,
  where: `stand_in <> '${NAME_ERASED}' and stand_in in (${NAMES})`,
})

const ADDRESS = '(select lower(email) from people where id = :id)'
const TO_THEM = `(to_id = :id or id in (select baton_id from invitations where person_id = :id)
  or email <> '' and lower(email) = ${ADDRESS})`

// Where their name or address is looked for comes first, before it is gone. Whoever was here still
// in an older record that is put back is ended by the same steps.
const PERSON: readonly Step[] = [
  standingIn('table_answers'),
  standingIn('guest_answers'),
  {
    what: 'Their address among those who are sent minutes',
    table: 'minute_readers',
    set: "email = '', ended_at = coalesce(ended_at, :at)",
    where: `email <> '' and lower(email) = ${ADDRESS}`,
  },
  {
    what: 'Their name and address where a seat was handed to them',
    table: 'batons',
    set: "name = '', email = ''",
    where: `(name <> '' or email <> '') and ${TO_THEM}`,
  },
  {
    what: 'Notes they wrote as they handed on a seat',
    table: 'batons',
    set: "note = ''",
    where: "from_id = :id and note <> ''",
  },
  {
    what: 'Their name and their email address',
    table: 'people',
    set: `name = '${NAME_ERASED}', email = '', totp_secret = null, totp_step = null,
      ended_at = coalesce(ended_at, :at)`,
    where: `id = :id and (name <> '${NAME_ERASED}' or email <> '' or ended_at is null)`,
  },
  { what: 'Names they had before', table: 'person_names', where: 'person_id = :id' },
  {
    what: 'The seats they hold',
    table: 'holdings',
    set: 'until_on = substr(:at, 1, 10), ended_at = :at',
    where: 'person_id = :id and until_on is null',
  },
  {
    what: 'The kinds of device they signed in from',
    table: 'sessions',
    set: "device = '', ended_at = coalesce(ended_at, :at)",
    where: "person_id = :id and (device <> '' or ended_at is null)",
  },
  {
    what: 'The names of their passkeys',
    table: 'passkeys',
    set: "name = ''",
    where: "person_id = :id and name <> ''",
  },
  {
    what: 'The work account they came in with',
    table: 'accounts',
    set: "tenant = '', object = ''",
    where: "person_id = :id and (tenant <> '' or object <> '')",
  },
  { what: 'Forms they filled in and did not send', table: 'kept_forms', where: 'person_id = :id' },
  { what: 'Words they typed and did not send', table: 'unsent_texts', where: 'person_id = :id' },
  { what: 'Browsers they were known by', table: 'known_browsers', where: 'person_id = :id' },
  { what: 'Codes they were sent', table: 'sign_in_codes', where: 'person_id = :id' },
]

// A number is bound as one that may be broken: 5 would be written 5.0.
const ITS_PAGE = "'/desk/messages/' || cast(:id as integer)"

const MESSAGE: readonly Step[] = [
  {
    what: 'What they wrote',
    table: 'messages',
    set: "text = ''",
    where: "id = :id and text <> ''",
  },
  {
    what: 'Their name and how to reach them',
    table: 'message_contacts',
    where: 'message_id = :id',
  },
  {
    what: 'What we answered',
    table: 'replies',
    set: "words = ''",
    where: "words <> '' and reference_hash = (select reference_hash from messages where id = :id)",
  },
  {
    what: 'What one of us typed about it and did not send',
    table: 'kept_forms',
    where: `path like ${ITS_PAGE} || '/%'`,
  },
  {
    what: 'What one of us began to type about it',
    table: 'unsent_texts',
    where: `place like ${ITS_PAGE} || '/%' or place = ${ITS_PAGE}`,
  },
]

export const STEPS: Record<Erasable, readonly Step[]> = { person: PERSON, message: MESSAGE }

/** Where a record says when it was made: another one under the same number is not it. */
const MADE: Record<Erasable, string> = {
  person: 'select created_at from people where id = :id',
  message: 'select at from messages where id = :id',
}

export const madeAt = (client: Database.Database, noun: Erasable, id: number): string | undefined =>
  client.prepare(MADE[noun]).pluck().get({ id }) as string | undefined

/** All that an erasure would take, by the very conditions that it takes it by. */
export const whatGoes = (client: Database.Database, noun: Erasable, id: number): Goes[] =>
  STEPS[noun].flatMap((step) => {
    const rows = countOf(client, step, { id })
    return rows > 0 ? [{ what: step.what, rows }] : []
  })

/** Within a transaction of its caller. @returns how many rows were changed. */
export const runSteps = (client: Database.Database, { noun, id, at }: Erasure): number =>
  STEPS[noun].reduce((rows, step) => rows + runStep(client, step, { id, at }), 0)

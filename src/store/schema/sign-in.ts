import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { oneOf } from '../checks.ts'
import { id, ref, maybe } from './columns.ts'
import { people, batons } from './people.ts'

const CHALLENGE_KINDS = ['passkey', 'account'] as const

/**
 * Codes on their way, for ten minutes: by the browser that asked and by the address it asked for,
 * which may be nobody's.
 */
export const signInCodes = sqliteTable(
  'sign_in_codes',
  {
    id: id(),
    browserHash: text('browser_hash').notNull(),
    addressHash: text('address_hash').notNull().default(''),
    personId: maybe('person_id', () => people.id),
    codeHash: text('code_hash').notNull(),
    tries: integer('tries').notNull().default(0),
    expiresAt: text('expires_at').notNull(),
    usedAt: text('used_at'),
  },
  (t) => [
    index('sign_in_codes_browser').on(t.browserHash),
    index('sign_in_codes_address').on(t.addressHash),
  ],
)

/**
 * Browsers that someone has come in with before. No stranger has one, so that nothing a stranger
 * does keeps a code from them (R25).
 */
export const knownBrowsers = sqliteTable(
  'known_browsers',
  {
    id: id(),
    browserHash: text('browser_hash').notNull(),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
  },
  (t) => [uniqueIndex('known_browsers_one').on(t.browserHash, t.personId)],
)

export const sessions = sqliteTable(
  'sessions',
  {
    id: id(),
    tokenHash: text('token_hash').notNull().unique(),
    personId: ref('person_id', () => people.id),
    createdAt: text('created_at').notNull(),
    lastSeenAt: text('last_seen_at').notNull(),
    device: text('device'),
    secondFactorAt: text('second_factor_at'),
    /** When its holder last showed who they are: what matters most asks for it again. */
    sureAt: text('sure_at'),
    pendingSecret: text('pending_secret'),
    endedAt: text('ended_at'),
  },
  (t) => [index('sessions_person').on(t.personId)],
)

/** The button in a letter that ends every session of the one it was written to; stored hashed. */
export const sessionEndings = sqliteTable(
  'session_endings',
  {
    id: id(),
    tokenHash: text('token_hash').notNull().unique(),
    personId: ref('person_id', () => people.id),
    at: text('at').notNull(),
    expiresAt: text('expires_at').notNull(),
    usedAt: text('used_at'),
  },
  (t) => [index('session_endings_person').on(t.personId)],
)

export const recoveryCodes = sqliteTable('recovery_codes', {
  id: id(),
  personId: ref('person_id', () => people.id),
  codeHash: text('code_hash').notNull(),
  usedAt: text('used_at'),
})

export const setUpLinks = sqliteTable('set_up_links', {
  id: id(),
  tokenHash: text('token_hash').notNull().unique(),
  personId: maybe('person_id', () => people.id),
  expiresAt: text('expires_at').notNull(),
  usedAt: text('used_at'),
})

/**
 * Someone is asked in by a coordinator: a letter with a link, good for seven days. Until it is
 * used, that address opens nothing after them.
 */
export const invitations = sqliteTable(
  'invitations',
  {
    id: id(),
    personId: ref('person_id', () => people.id),
    batonId: maybe('baton_id', () => batons.id),
    tokenHash: text('token_hash').unique(),
    invitedById: ref('invited_by_id', () => people.id),
    at: text('at').notNull(),
    expiresAt: text('expires_at').notNull(),
    usedAt: text('used_at'),
  },
  (t) => [index('invitations_person').on(t.personId)],
)

/** A device that can say who holds it. What it keeps to itself never comes here. */
export const passkeys = sqliteTable(
  'passkeys',
  {
    id: id(),
    personId: ref('person_id', () => people.id),
    credentialId: text('credential_id').notNull().unique(),
    publicKey: text('public_key').notNull(),
    counter: integer('counter').notNull(),
    name: text('name').notNull(),
    at: text('at').notNull(),
    usedAt: text('used_at'),
    endedAt: text('ended_at'),
  },
  (t) => [index('passkeys_person').on(t.personId)],
)

/**
 * A work account that is joined to a person: known by its tenant and its object, never by an
 * address.
 */
export const accounts = sqliteTable(
  'accounts',
  {
    id: id(),
    personId: ref('person_id', () => people.id),
    tenant: text('tenant').notNull(),
    object: text('object').notNull(),
    at: text('at').notNull(),
    endedAt: text('ended_at'),
  },
  (t) => [
    uniqueIndex('accounts_one')
      .on(t.tenant, t.object)
      .where(sql`${t.endedAt} is null`),
    index('accounts_person').on(t.personId),
  ],
)

/**
 * A way out of the page and back, tied to the browser that began it: what a passkey is asked to
 * sign, or a visit to where a work account lives. Spent once, in minutes.
 */
export const challenges = sqliteTable(
  'challenges',
  {
    id: id(),
    browserHash: text('browser_hash').notNull().unique(),
    kind: text('kind', { enum: CHALLENGE_KINDS }).notNull(),
    secrets: text('secrets', { mode: 'json' }).notNull(),
    invitationId: maybe('invitation_id', () => invitations.id),
    expiresAt: text('expires_at').notNull(),
    usedAt: text('used_at'),
  },
  (t) => [oneOf('challenges_kind', t.kind, CHALLENGE_KINDS)],
)

/**
 * What someone was typing when their session ended (R25). Shown to that person alone, and gone when
 * sent or dropped.
 */
export const keptForms = sqliteTable('kept_forms', {
  id: id(),
  personId: ref('person_id', () => people.id),
  path: text('path').notNull(),
  fields: text('fields', { mode: 'json' }).notNull(),
  at: text('at').notNull(),
})

/**
 * What someone is typing and has not sent: kept as they type, for that person alone, and gone when
 * it is sent or they sign out.
 */
export const unsentTexts = sqliteTable(
  'unsent_texts',
  {
    id: id(),
    personId: ref('person_id', () => people.id),
    place: text('place').notNull(),
    form: text('form').notNull(),
    fields: text('fields', { mode: 'json' }).notNull(),
    at: text('at').notNull(),
  },
  (t) => [uniqueIndex('unsent_texts_form').on(t.personId, t.place, t.form)],
)

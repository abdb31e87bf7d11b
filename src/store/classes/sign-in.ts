import { desk, person, secret } from './class.ts'

/** Who may know each column of `schema/sign-in.ts`. */
export const SIGN_IN = {
  sign_in_codes: {
    ...desk('id', 'person_id', 'tries', 'expires_at', 'used_at'),
    ...secret('browser_hash', 'address_hash', 'code_hash'),
  },
  known_browsers: { ...desk('id', 'person_id', 'at'), ...secret('browser_hash') },
  sessions: {
    ...desk(
      'id',
      'person_id',
      'created_at',
      'last_seen_at',
      'device',
      'second_factor_at',
      'sure_at',
      'ended_at',
    ),
    ...secret('token_hash', 'pending_secret'),
  },
  session_endings: {
    ...desk('id', 'person_id', 'at', 'expires_at', 'used_at'),
    ...secret('token_hash'),
  },
  recovery_codes: { ...desk('id', 'person_id', 'used_at'), ...secret('code_hash') },
  set_up_links: { ...desk('id', 'person_id', 'expires_at', 'used_at'), ...secret('token_hash') },
  invitations: {
    ...desk('id', 'person_id', 'baton_id', 'invited_by_id', 'at', 'expires_at', 'used_at'),
    ...secret('token_hash'),
  },
  passkeys: {
    ...desk('id', 'person_id', 'counter', 'at', 'used_at', 'ended_at'),
    ...person('name'),
    ...secret('credential_id', 'public_key'),
  },
  accounts: { ...desk('id', 'person_id', 'at', 'ended_at'), ...person('tenant', 'object') },
  challenges: {
    ...desk('id', 'kind', 'invitation_id', 'expires_at', 'used_at'),
    ...secret('browser_hash', 'secrets'),
  },
  kept_forms: { ...desk('id', 'person_id', 'at'), ...person('path', 'fields') },
  unsent_texts: { ...desk('id', 'person_id', 'form', 'at'), ...person('place', 'fields') },
}

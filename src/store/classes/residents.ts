import { desk, record, person, secret } from './class.ts'

/** Who may know each column of `schema/residents.ts`. */
export const RESIDENTS = {
  messages: {
    ...desk('id', 'language', 'area', 'at_risk', 'at'),
    ...person('text'),
    ...secret('reference_hash'),
  },
  message_contacts: { ...desk('message_id'), ...person('name', 'reach') },
  message_people: desk('message_id', 'person_id', 'added_by_id', 'at', 'removed_at'),
  message_outcomes: record('id', 'message_id', 'kind', 'concern_id', 'person_id', 'at'),
  replies: { ...desk('id', 'kind', 'slug', 'on'), ...person('words'), ...secret('reference_hash') },
  verdicts: {
    ...desk('id', 'slug', 'version', 'question', 'verdict', 'replaces_id', 'on'),
    ...person('word'),
  },
  followers: {
    ...desk('id', 'language', 'often', 'at', 'confirmed_at', 'ended_at'),
    ...person('email'),
  },
  follows: {
    ...desk('id', 'follower_id', 'often', 'language', 'at', 'confirmed_at'),
    ...person('scope', 'of'),
  },
  requests: {
    ...desk('id', 'kind', 'message_id', 'received_on', 'person_id', 'at'),
    ...person('text'),
  },
  request_contacts: { ...desk('request_id'), ...person('name', 'reach') },
  request_steps: {
    ...desk('id', 'request_id', 'kind', 'on', 'person_id', 'at'),
    ...person('words'),
  },
  follow_links: { ...desk('id', 'follower_id', 'follow_id', 'at'), ...secret('token_hash') },
}

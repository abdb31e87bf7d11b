import type { Db } from '../database.ts'

/** Messages of which a request or a complaint waits for its answer: its words and its way back stay. */
export const ASKED_BY_MESSAGE = `select message_id from requests where message_id is not null
  and id not in (select request_id from request_steps group by request_id
    having max(case when kind in ('answered', 'refused') then id end) = max(id))`

/** How to reach someone goes when nothing more is to come, in either way. */
export const dropAnsweredContacts = (db: Db): void => {
  db.$client
    .prepare(
      `delete from message_contacts where message_id not in (${ASKED_BY_MESSAGE})
      and message_id in (select message_id from message_outcomes where kind in ('answered', 'closed'))`,
    )
    .run()
}

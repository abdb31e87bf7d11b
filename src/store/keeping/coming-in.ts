import { FOR_GOOD, GO, tables, type Rule } from './rule.ts'

const over = (table: string, where: string) => ({ table, where: `${where} < :than` })

/** Ways in, and what is sent. */
export const COMING_IN: readonly Rule[] = [
  {
    what: 'Codes to sign in, and other ways in that are begun',
    of: ['sign_in_codes', 'challenges'],
    kept: 'Ten minutes',
    after: `${GO}, within a day`,
    sweep: {
      days: 1,
      isQuiet: true,
      steps: [over('sign_in_codes', 'expires_at'), over('challenges', 'expires_at')],
    },
  },
  {
    what: 'Sessions: when, and the kind of device',
    of: ['sessions'],
    kept: 'A year. The last of each person, as long as they are here',
    after: GO,
    sweep: {
      days: 366,
      steps: [
        {
          table: 'sessions',
          where:
            'created_at < :than and id not in (select max(id) from sessions group by person_id)',
        },
      ],
    },
  },
  {
    what: 'Browsers that someone came in with',
    of: ['known_browsers'],
    kept: 'Half a year after they last came in with it',
    after: GO,
    sweep: { days: 180, isQuiet: true, steps: [over('known_browsers', 'at')] },
  },
  {
    what: 'Links in letters, and links to begin with: as digests alone',
    of: tables(
      'report_links release_links answer_links guest_links invitations calendars table_keys',
    ),
    kept: 'They open nothing after their time. What was sent to whom stays',
    after: 'It stays',
  },
  {
    what: 'Links that end a session, or let someone in anew',
    of: ['session_endings', 'set_up_links'],
    kept: 'A quarter after they ran out',
    after: GO,
    sweep: {
      days: 92,
      isQuiet: true,
      steps: [over('session_endings', 'expires_at'), over('set_up_links', 'expires_at')],
    },
  },
  {
    what: 'Passkeys, recovery codes and work accounts',
    of: ['passkeys', 'recovery_codes', 'accounts'],
    kept: 'As long as someone is here and has not taken it away',
    after: 'It lets nobody in any more. Its name goes with theirs',
  },
  {
    what: 'What was typed and not sent',
    of: ['kept_forms', 'unsent_texts'],
    kept: 'A quarter, for its writer alone',
    after: GO,
    sweep: { days: 92, steps: [over('kept_forms', 'at'), over('unsent_texts', 'at')] },
  },
  {
    what: 'That a form was sent, so that it counts once',
    of: ['sent_forms'],
    kept: 'A day',
    after: GO,
    sweep: { days: 1, isQuiet: true, steps: [over('sent_forms', 'at')] },
  },
  {
    what: 'Letters: to whom and when. No words, no addresses',
    of: ['letters', 'letter_decisions', 'returned_letters', 'notices'],
    kept: FOR_GOOD,
    after: 'It stays. Letters kept as files go after 30 days',
  },
]

import { NAME_ERASED } from '../../domain/people/erasing.ts'
import { FOR_GOOD, type Rule } from './rule.ts'

const ENDED_BATONS = 'select baton_id from baton_ends where at < :than'

/** Who is in the partnership. */
export const PEOPLE: readonly Rule[] = [
  {
    what: 'Organisations and seats',
    of: ['organisations', 'organisation_names', 'seats', 'seat_names'],
    kept: FOR_GOOD,
    after: 'It stays',
  },
  {
    what: 'People who sign in: name, address, role, seats',
    of: ['people', 'person_names', 'holdings', 'alumni', 'letter_choices', 'calendar_words'],
    kept: 'As long as they are here. Six years after they left a coordinator is asked',
    after: `The name and the address are erased when they ask, or a coordinator decides. “${NAME_ERASED}” stands in their place`,
  },
  {
    what: 'The name and address of someone that a seat was handed to',
    of: ['batons', 'baton_ends'],
    kept: 'A quarter after it was accepted or stopped',
    after: 'The name and the address are erased. That it was handed on stays',
    sweep: {
      days: 92,
      steps: [
        {
          table: 'batons',
          set: "name = '', email = ''",
          where: `(name <> '' or email <> '') and id in (${ENDED_BATONS})`,
        },
      ],
    },
  },
  {
    what: 'Addresses of those who are sent the minutes',
    of: ['minute_readers.email'],
    kept: 'A quarter after they were taken off the list',
    after: 'The address is erased',
    sweep: {
      days: 92,
      steps: [
        {
          table: 'minute_readers',
          set: "email = ''",
          where: "email <> '' and ended_at < :than",
        },
      ],
    },
  },
  {
    what: 'Who comes to a round table in someone’s place',
    of: ['table_answers.stand_in', 'guest_answers.stand_in'],
    kept: 'A year',
    after: 'The name is erased. That someone came in their place stays',
    sweep: {
      days: 366,
      steps: ['table_answers', 'guest_answers'].map((table) => ({
        table,
        set: `stand_in = '${NAME_ERASED}'`,
        where: `stand_in not in ('', '${NAME_ERASED}') and at < :than`,
      })),
    },
  },
]

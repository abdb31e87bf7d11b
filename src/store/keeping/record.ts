import { FOR_GOOD, STAYS, tables, type Rule } from './rule.ts'

/** The record itself, and what was told of it. */
export const RECORD: readonly Rule[] = [
  {
    what: 'Concerns, actions, what owners said, round tables and their minutes',
    of: tables(`concerns table_concerns concern_wordings wording_themes merges partings passings
      passing_words priorities actions action_concerns action_moves action_terms term_helpers
      acceptances updates held_updates held_ends take_backs closings reopenings wishes wish_answers
      action_steps step_ticks baton_keeps
      round_tables table_series plan_changes table_answers guest_answers expected_organisations
      attendance table_guests minute_corrections typed_lines topics agendas kept_agendas
      standing_orders turns minute_readers notes note_changes take_outs agenda_outcomes`),
    kept: FOR_GOOD,
    after: STAYS,
  },
  {
    what: 'Events, leaflets, programmes: numbers of people, never who they were',
    of: tables(
      `events event_terms event_organisations event_links taps event_options findings
      finding_concerns leaflets leaflet_terms leaflet_handings leaflet_files unrecorded_sessions
      programmes programme_terms programme_partners phases phase_handovers programme_points
      outcome_sights opportunity_steps programme_alumni`,
    ),
    kept: FOR_GOOD,
    after: STAYS,
  },
  {
    what: 'Who may know a matter held in private',
    of: ['named_people', 'event_people', 'programme_people', 'message_people', 'list_answers'],
    kept: FOR_GOOD,
    after: 'It stays: who could read something must be known later',
  },
  {
    what: 'Quotes that someone said yes to',
    of: ['quotes'],
    kept: 'Until they take it back. After the day they said yes for, it is shown no more',
    after: 'The words are erased everywhere. Who asked, for what and when stays',
  },
  {
    what: 'Photos, and recordings of entries read aloud',
    of: ['photos', 'shown_photos', 'recordings'],
    kept: 'Until someone takes it away, or a yes is taken back or runs out',
    after: 'The picture or the sound is erased. That there was one stays',
  },
  {
    what: 'What was told in public, its drafts, and who approved it',
    of: tables(
      'publications drafts approvals overrulings comments releases copies withdrawals copy_files',
    ),
    kept: FOR_GOOD,
    after: 'What is taken down for privacy is erased, with day and ground left. The rest stays',
  },
  {
    what: 'The journal, and its seals: who did what to which record, when. No words',
    of: ['journal', 'chain', 'seals'],
    kept: FOR_GOOD,
    after: 'It stays: only ever added to',
  },
  {
    what: 'Settings, themes, areas, guarded words',
    of: ['labels', 'guarded_words', 'settings', 'release_rules'],
    kept: FOR_GOOD,
    after: 'It stays',
  },
]

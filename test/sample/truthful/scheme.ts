/** A report, or what is our own to say, and the words there that a text rests on. */
export type Source = [report: 'M' | 'L' | 'ours', phrase: string]

/** What is told of the mentoring scheme, from L alone. */
export const SCHEME: Record<string, Source> = {
  'The mentoring scheme': ['L', 'Mentoring Scheme'],
  'Police and council mentoring scheme': ['L', 'Westminster Police and Council Mentoring Scheme'],
  'Senior police officers and council staff meet in pairs. They share their own stories of policing, and learn to trust each other.':
    ['L', 'to share their experiences of community policing, both personal and professional'],
  'It began with the council’s staff network for Black, Asian and minority ethnic staff. Its members talked about the police, and often said that they did not trust them.':
    [
      'L',
      'members of Westminster’s BAME Staff Network began to discuss […] often expressed distrust',
    ],
  'Six months': ['L', 'ran for six months'],
  'Sessions are not recorded, so that people can speak freely. The pairs arrange their own meetings.':
    ['L', 'sessions would not be recorded to give participants the space to communicate freely'],
  'A therapist, alone or in pairs.': [
    'L',
    'access to a therapist who offered them space individually or in pairs',
  ],
  'Members say who carries on their work. They call it handing over the baton.': [
    'L',
    'nominated whom they wanted to handover the work […] “Handover the baton”',
  ],
  'Tackle structural racism and racial trauma.': ['L', 'Tackling structural racism'],
  'Find opportunities that help the police and the community get on.': [
    'L',
    'opportunities that would positively impact police-community relations',
  ],
  'The scheme names eight opportunities to take forward.': ['L', 'Opportunities to take forward'],
  'Open talk between the police and the community.': ['L', 'Open dialogue'],
  'Pairs found common ground, and then could talk about harder things.': [
    'L',
    'made the discussion of more complex issues easier',
  ],
  'Show what people have in common.': ['L', 'Highlight commonalities'],
  'Those who took part said that they were more similar than different.': [
    'L',
    'they realised that they were more similar than different',
  ],
  'Let both sides share their stories.': ['L', 'to share their experiences and stories'],
  'They met in pairs, and as a group.': ['L', 'The entire group would meet three times'],
  'Learn more about each other’s cultures.': ['L', 'specific cultural nuances'],
  'Give people more than the one mentor.': ['L', 'beyond the individual mentor relationship'],
  'Talk widened to joint work and leadership.': [
    'L',
    'widened to include partnership work and leadership responsibilities',
  ],
  'Be an example for London.': ['L', 'a role model […] across London'],
  'Communication styles': ['L', 'Communication styles'],
  'The police pass information down and give orders. The council is more flexible. Council staff sometimes did most of the talking, so the group held a session on how to talk and feel safe.':
    ['L', 'WCC staff sometimes dominated the conversation'],
  'More similar than different': ['L', 'More similar than different'],
  'People met as people first. They found that they care about the same things. That built trust, and then respect for each other’s work.':
    ['L', 'connecting at a personal level first […] similar values and beliefs'],
  Agency: ['L', 'Agency'],
  'Both sides have to take a part if policing is to change. A network of past members goes on, to see that it brings results.':
    ['L', 'both parties needed to take responsibility […] an alumni network'],
  // Its eight opportunities.
  'Raised by people in the mentoring scheme.': ['L', 'Opportunities to take forward'],
  'Ensure police are represented at round tables.': ['L', 'opportunity 1'],
  'The police should be at every round table.': ['L', 'opportunity 1'],
  'Safe space within the community: bring back police hubs, so there is access to police.': [
    'L',
    'opportunity 2',
  ],
  'Bring back police hubs, so we can reach the police in our own community.': [
    'L',
    'opportunity 2',
  ],
  'Help change the narrative about police with a film that shows them in a different light.': [
    'L',
    'opportunity 3',
  ],
  'Change culture within police: it is ok to not be ok, and ok to speak to someone.': [
    'L',
    'opportunity 4',
  ],
  'Use this learning in recruitment, training needs and advisory groups.': ['L', 'opportunity 5'],
  'Youth engagement and youth council: how can the voice of the police create safety and not fear?':
    ['L', 'opportunity 6'],
  'A youth project in schools, run by the council and the police together.': ['L', 'opportunity 7'],
  'Share learning with more senior officers and political members.': ['L', 'opportunity 8'],
}

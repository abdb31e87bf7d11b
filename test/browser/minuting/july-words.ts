// July 2021, as M tells it: what is content, and what was typed around it.
export const HERE = [
  'Coordinator',
  'Advocate, Church Street',
  'Ward sergeant, Church Street',
  'Senior officer',
  'Youth services officer',
  'Councillor',
]
export const CRIME = 'Youth crime is rising, and it hurts young people and their families.'
export const STOPS = 'BAME young people are being targeted for stop and search.'
export const ASB = 'There is anti-social behaviour in the communal areas where we live.'
export const WOMEN =
  'Women do not feel safe on the streets, and their trust in male officers has fallen.'
export const KNIFE = 'Families are worried about knife crime.'
export const SAFER = 'We want safer neighbourhoods.'
export const GAP =
  'There is a gap between residents and the police about equality, fairness and our rights.'
export const HESITANT = 'People are hesitant to go to the police with questions and concerns.'
export const ABUSE = 'How can we recognise an abuse of powers by an officer?'
export const SAFE = 'How can we stay safe when a plain-clothes officer stops us?'
export const ACTIVITIES = [
  'Engage with parents to empower and upskill them to divert youths from gangs and crime (including working with Westminster Early Years Intervention Programme).',
  'Community events to bring together parents, WCC and MPS with children and young people to improve trust and confidence and deliver positive messages to children and young people.',
  'Any specific family cases to be supported by the partnership.',
  'Ensure better engagement between schools and the partnership.',
  'Youth clubs: circulate those in which we have trust and raise the issue of those clubs with which we have concerns.',
  'Bring Westminster schools representatives into these meetings.',
  'Continue ongoing monthly engagement with mothers.',
  'Youth activities (eg football etc) to start again with communities and MPS.',
  'Pop up stalls with MPS, advocates and WCC.',
] as const
export const JULY = [
  'h @coord, @advocate, @sergeant, @mps Senior officer, @youth, @wcc Councillor',
  `c ${CRIME} !priority`,
  `a ${ACTIVITIES[0]}`,
  `a ${ACTIVITIES[7]}`,
  `c ${STOPS} !priority`,
  `c ${ASB}`,
  `c ${WOMEN} !priority`,
  `q ${ABUSE} @mps`,
  `q ${SAFE} @mps`,
  `c ${KNIFE}`,
  `c ${SAFER}`,
  `a ${ACTIVITIES[1]}`,
  `c ${GAP}`,
  `a ${ACTIVITIES[6]} !standing`,
  `c ${HESITANT} !priority`,
  `a ${ACTIVITIES[8]}`,
  `a- ${ACTIVITIES[2]} !family`,
  `a- ${ACTIVITIES[3]}`,
  `a- ${ACTIVITIES[4]}`,
  `a- ${ACTIVITIES[5]}`,
]

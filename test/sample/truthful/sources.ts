import { SCHEME, type Source } from './scheme.ts'

/**
 * Where each public text of the sample comes from: the account of the charity (M) or the case study
 * of the mentoring scheme (L), with the words that it rests on. What has no line here stands beside
 * the mark.
 */
export const SOURCES: Record<string, Source> = {
  // Who they are.
  'Mosaic Community Trust': ['M', 'The mosaic community trust'],
  'Residents’ concerns go to a round table of Mosaic, the police and the council every three months. Here is what was said, what was done, and what was not.':
    ['M', 'a Round Table discussion, which took place once quarterly'],
  'Mosaic Community Trust, the Metropolitan Police Service and Westminster City Council.': [
    'M',
    'Mosaic, along with the MPS and WCC',
  ],
  'We speak with and for Black, Asian and minority ethnic residents of Westminster.': [
    'M',
    'BAME residents',
  ],
  'Mosaic is a charity. It brings residents, the police and the council to one table. Each says what it will do, and what it did.':
    ['M', 'to provide a culturally appropriate platform'],
  'You can complain about the police to the Independent Office for Police Conduct. You can complain about the council on its own website, and then to the Ombudsman.':
    ['ours', 'what anyone in England may do'],
  '020 7946 0000': ['ours', 'a number that Ofcom keeps for stories'],
  'table@mosaic.example': ['ours', 'a domain that is kept for examples'],
  Mosaic: ['M', 'Mosaic'],
  'the police': ['M', 'MPS'],
  'the council': ['M', 'WCC'],
  // What things are about, and where: our own words for what M and L speak of.
  'Trust in the police': ['M', 'to improve trust and confidence'],
  'Young people': ['M', 'young people'],
  'Women’s safety': ['M', 'women’s safety on the streets'],
  'Where we live': ['M', 'communal areas'],
  'Stop and search': ['M', 'stop and search'],
  'All of Westminster': ['M', 'Westminster'],
  'Church Street': ['M', 'the local ward officers of Church Street'],
  // The survey.
  'Community survey, March 2021': [
    'M',
    'survey on police and policing in the community March 2021',
  ],
  'Survey on police and policing': ['M', 'survey on police and policing'],
  'Told to us in a survey.': ['M', 'a community survey'],
  'Mosaic asked residents what stands between them and the police.': [
    'M',
    'to find out the reasons why BAME residents feel there’s a gap',
  ],
  'Residents feel a gap between themselves and the police about what is fair.': [
    'M',
    'a gap in the relationship […] regarding equality and fairness',
  ],
  'There is a gap between us and the police about fairness and our rights.': [
    'M',
    'equality and fairness in matters of law and citizen rights',
  ],
  // The July round table, and the concerns it names.
  'July 2021 round table': ['M', 'the first Round Table Meeting in July 2021'],
  'Raised at the round table.': ['M', 'raised by the community during the round table meeting'],
  'Two questions were put to the police.': ['M', 'Questions were brought forth to the officers'],
  'Families are worried about knife crime.': [
    'M',
    'including safer neighbourhoods and knife crime',
  ],
  'We want safer neighbourhoods.': ['M', 'including safer neighbourhoods and knife crime'],
  'Youth crime is rising. It hurts young people and their families.': [
    'M',
    'concerning residents and their families including the rise in youth crime',
  ],
  'There is anti-social behaviour in the shared areas where we live.': [
    'M',
    'anti-social behaviour taking place in communal areas',
  ],
  'Black, Asian and minority ethnic young people are being targeted for stop and search.': [
    'M',
    'BAME youth being targeted for stop and search',
  ],
  'Women asked how to tell if an officer is abusing their powers, and how to stay safe.': [
    'M',
    'how to recognise abuse of powers within the police force and staying safe',
  ],
  'People are hesitant to go to the police with questions and worries.': [
    'M',
    'less hesitant to approach police with their queries and concerns',
  ],
  // The nine activities.
  'Work with parents to keep young people from gangs': ['M', 'activity 1'],
  'Work with parents to keep young people from gangs. In July it had no owner and no date.': [
    'M',
    'activity 1, which has neither an owner nor a date',
  ],
  'Community events with parents, the police and the council': ['M', 'activity 2'],
  'Community events with parents, the police and the council. In July it had no owner and no date.':
    ['M', 'activity 2, which has neither'],
  'Keep meeting mothers every month. No end date.': ['M', 'activity 7'],
  'Mosaic meets mothers every month.': ['M', 'ongoing monthly engagement with mothers'],
  'Meet mothers every month': ['M', 'activity 7'],
  'Monthly meetings with mothers were agreed again.': ['M', 'Continue ongoing monthly engagement'],
  'Football with the police': ['M', 'activity 8'],
  'Football and other youth activities to start again. In July it had no owner and no date.': [
    'M',
    'activity 8, which has neither',
  ],
  'Pop-up stalls with the police, Mosaic advocates and the council': ['M', 'activity 9'],
  'Pop-up stalls with the police, Mosaic advocates and the council. In July it had no owner and no date.':
    ['M', 'activity 9, which has neither'],
  // The guidance.
  'The police wrote guidance on plain-clothes officers. Mosaic advocates took it to local mothers and helped them to understand it.':
    ['M', 'disseminated by Mosaic advocates to local mothers […] helping them to understand'],
  'The guidance was handed out.': ['M', 'disseminated by Mosaic advocates to local mothers'],
  'How to recognise an abuse of powers': ['M', 'how to recognise abuse of powers'],
  'How to stay safe': ['M', 'staying safe'],
  'What to do if approached by a non-uniformed police officer': [
    'M',
    'What to do if approached by a non-uniformed Police officer?',
  ],
  'What do I do if an officer without a uniform stops me?': [
    'M',
    'What to do if approached by a non-uniformed Police officer?',
  ],
  'Mosaic advocates handed it to local mothers.': ['M', 'by Mosaic advocates to local mothers'],
  // The stall.
  'Pop-up stall with the ward officers of Church Street': [
    'M',
    'a pop-up stall with the local ward officers of Church Street',
  ],
  'Mosaic held a pop-up stall with the Church Street ward officers, so people could ask them face to face. 38 residents came: 14 male, 24 female.':
    ['M', '38 BAME residents, 14 male and 24 female approach our stall'],
  'Mosaic and the local ward officers of Church Street stood at a stall, and people asked them face to face. 14 were male and 24 female.':
    ['M', '14 male and 24 female approach our stall'],
  '38': ['M', '38 BAME residents'],
  '38 residents came to the stall. With Mosaic there, people were less hesitant.': [
    'M',
    'Due to Mosaics presence, communities were less hesitant',
  ],
  'The stall was held.': ['M', 'Mosaic held a pop-up stall'],
  // The tournament.
  'Football tournament, police and young people': [
    'M',
    'the Football tournament between police and youth',
  ],
  'The football tournament was played.': ['M', 'the Football tournament'],
  'Police officers and young people played football on 10 December. Mosaic brought homemade snacks.':
    ['M', 'the football match between youth and police officers on the 10th of December'],
  'Police officers and young people played football. Mosaic brought homemade snacks and drinks for both teams. A note of thanks gives the day, and not the year.':
    ['M', 'homemade snacks and refreshments for both teams'],
  'A thank-you note says that the food was gone within seconds.': ['M', 'gone within seconds'],
  'Food was amazing and literally gone within seconds.': [
    'M',
    'Food was amazing and literally gone within seconds',
  ],
  // The workshops.
  'Police workshops every month': ['M', 'monthly police workshops'],
  'The first topics were covered.': ['M', 'various topics'],
  'Local officers come to a workshop every month. Residents choose the topic. So far: rights under Section 60, reporting a crime, protecting children from gangs, and staying safe.':
    ['M', 'The topic for discussions is community-led'],
  'Residents say they feel more at ease when they talk to the police.': [
    'M',
    'BAME residents feel at more ease when talking to the police',
  ],
  'We are seeing residents become more open with officers.': [
    'M',
    'they are more open to having discussions',
  ],
  ...SCHEME,
}

/** Days and months that a source gives, and where. Of the football M gives no year. */
export const DAYS_GIVEN: Record<string, string> = {
  '2020-09': 'L: The programme launched in September 2020',
  '2021-03': 'M: survey on police and policing in the community March 2021',
  '2021-07': 'M: the first Round Table Meeting in July 2021',
}

/** Numbers that a source gives. */
export const NUMBERS_GIVEN: Record<string, string> = {
  11: 'L: with 11 pairings',
  3: 'L: The entire group would meet three times',
}

/** People whom the sources name. Here each is a role, or is not there. */
export const NAMED_IN_SOURCES =
  /\b(?:Becki|Heather|Acton|Sarah|Everard|Maria|Takaendisa|Floyd|Ratana)\b/u

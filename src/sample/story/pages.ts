import { AGREED, SAYS } from '../made-up.ts'

/** What the page of the partnership says. The number is one that is kept for stories. */
export const PARTNERSHIP = {
  name: 'Mosaic Community Trust',
  lede:
    'Residents’ concerns go to a round table of Mosaic, the police and the council every ' +
    'three months. Here is what was said, what was done, and what was not.',
  organisations:
    'Mosaic Community Trust, the Metropolitan Police Service and Westminster City Council.',
  communities: 'We speak with and for Black, Asian and minority ethnic residents of Westminster.',
  phone: '020 7946 0000',
  email: 'table@mosaic.example',
  address: SAYS.address,
  hours: SAYS.hours,
  about:
    'Mosaic is a charity. It brings residents, the police and the council to one table. Each ' +
    'says what it will do, and what it did.',
  complain:
    'You can complain about the police to the Independent Office for Police Conduct. You can ' +
    'complain about the council on its own website, and then to the Ombudsman.',
}

/**
 * What the public pages of the two round tables say: told as draft minutes, and again when they are
 * agreed.
 */
export const JULY = {
  priorities: [AGREED.crime, AGREED.stops, AGREED.women, AGREED.hesitant],
  agreed: [
    'Work with parents to keep young people from gangs. Owner not agreed yet. No date agreed yet.',
    'Community events with parents, the police and the council. Owner not agreed yet. No date agreed yet.',
    'Pop-up stalls with the police, Mosaic advocates and the council. Owner not agreed yet. No date agreed yet.',
    'Football and other youth activities to start again. Owner not agreed yet. No date agreed yet.',
    'Keep meeting mothers every month. No end date.',
  ],
}

/** The same once later tables have agreed who leads and by when: it had neither then. */
export const JULY_LATER = {
  ...JULY,
  agreed: JULY.agreed.map((line) =>
    line.replace(
      'Owner not agreed yet. No date agreed yet.',
      'In July it had no owner and no date.',
    ),
  ),
}

export const OCTOBER = {
  priorities: [AGREED.stops, AGREED.hesitant],
  agreed: [AGREED.workshops, AGREED.hubs, AGREED.figures],
}

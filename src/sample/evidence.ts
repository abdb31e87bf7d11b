import { DAYS, SAYS } from './made-up.ts'
import type { Sample } from './partnership.ts'
import type { Verbs } from './verbs.ts'

/**
 * The guidance on plain-clothes officers, as Mosaic's advocates handed it to mothers. Its version,
 * where it is to be had and the file are made up; how many went is not known.
 */
export const printGuidance = (
  { organisations }: Sample,
  { print }: Verbs,
  actionId: number,
): number =>
  print(
    {
      title: 'What to do if approached by a non-uniformed police officer',
      organisationId: organisations.police,
      version: SAYS.leafletVersion,
      languages: ['en'],
      answers: 'What do I do if an officer without a uniform stops me?',
      actionId,
      place: SAYS.leafletPlace,
      replacesId: null,
    },
    [
      {
        organisationId: organisations.mosaic,
        toWhom: 'local mothers',
        on: DAYS.stall,
        copies: null,
      },
    ],
    samplePdf([
      'What to do if approached by a',
      'non-uniformed police officer',
      '',
      'This file is a sample. The guidance itself is',
      'published by the police.',
    ]),
  )

/**
 * How well the stall worked, told alike of its concern and of itself: the count is of those who
 * came, and that they were less hesitant is Mosaic's own view.
 */
export const stallWorked = (stall: number) => ({
  strength: 'view' as const,
  worked: `{stall-${stall}.came} residents came to the stall. With Mosaic there, people were less hesitant.`,
})

/** What is told of all this, once the entries it belongs to are public. */
export const tellEvidence = (
  { tell }: Verbs,
  ids: Record<'survey' | 'stall' | 'football' | 'leaflet' | 'scheme', number>,
): void => {
  tell.evidence('event', ids.survey, {
    name: 'Survey on police and policing',
    told: 'Mosaic asked residents what stands between them and the police.',
  })
  tell.evidence('event', ids.stall, {
    name: 'Pop-up stall with the ward officers of Church Street',
    told:
      'Mosaic and the local ward officers of Church Street stood at a stall, and people asked ' +
      `them face to face. {stall-${ids.stall}.gender.male} were male and ` +
      `{stall-${ids.stall}.gender.female} female.`,
    ...stallWorked(ids.stall),
  })
  tell.evidence('event', ids.football, {
    name: 'Football tournament, police and young people',
    told:
      'Police officers and young people played football. Mosaic brought homemade snacks and ' +
      'drinks for both teams. A note of thanks gives the day, and not the year.',
    strength: 'told',
    worked: 'A thank-you note says that the food was gone within seconds.',
  })
  tell.evidence(
    'leaflet',
    ids.leaflet,
    { handed: 'Mosaic advocates handed it to local mothers.' },
    'The title stands on the leaflet',
  )
  tell.evidence(
    'programme',
    ids.scheme,
    { handover: 'Members say who carries on their work. They call it handing over the baton.' },
    'As the scheme itself told it; it names no one',
    {
      'A youth project in schools run jointly between WCC and MPS.':
        'A youth project in schools, run by the council and the police together.',
    },
  )
}

/**
 * A PDF of one page with a few lines on it, as small as they come. Source: ISO 32000-1, annex H.3.
 */
export const samplePdf = (lines: string[]): { bytes: Buffer; text: string } => {
  const text = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`).join('\n')
  const page = `BT /F1 18 Tf 24 TL 60 760 Td\n${text}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let file = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const place = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = file.length
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  file += `xref\n0 ${size}\n0000000000 65535 f \n${entries}`
  file += `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return { bytes: Buffer.from(file, 'latin1'), text: lines.join(' ') }
}

import type { Sample } from './partnership.ts'
import type { Verbs } from './verbs.ts'

/**
 * The guidance on plain-clothes officers, as Mosaic's advocates handed it to mothers. How many,
 * where and the file are samples.
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
      version: 'November 2021 (sample)',
      languages: ['en'],
      answers: 'How can I check that someone is really a police officer, and stay safe?',
      actionId,
      place: 'Ask any Mosaic advocate on Church Street (sample)',
      replacesId: null,
    },
    [{ organisationId: organisations.mosaic, toWhom: 'local mothers', on: '2021-11', copies: 46 }],
    samplePdf([
      'What to do if approached by a',
      'non-uniformed police officer',
      '',
      'This file is a sample. The guidance itself is',
      'published by the police.',
    ]),
  )

/** What is told of all this, once the entries it belongs to are public. */
export const tellEvidence = (
  { tell }: Verbs,
  ids: { survey: number; stall: number; leaflet: number; scheme: number },
): void => {
  tell.evidence('event', ids.survey, {
    name: 'Survey on police and policing',
    told: 'Mosaic asked residents what stands between them and the police.',
  })
  tell.evidence('event', ids.stall, {
    name: 'Pop-up stall on Church Street',
    place: 'Church Street',
    told:
      'Local ward officers and Mosaic advocates stood at a stall, and people asked them face ' +
      `to face. {stall-${ids.stall}.gender.male} were male and ` +
      `{stall-${ids.stall}.gender.female} female.`,
    strength: 'view',
    worked: 'With Mosaic there, people were less hesitant to ask.',
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

import { namesOf } from '../../../work/names.ts'
import { z } from 'zod'
import { sayWhen } from '../../../domain/day.ts'
import { SAY_EVENT, eventTermsOf } from '../../../domain/evidence/event.ts'
import { handedOut, leafletTermsOf } from '../../../domain/evidence/leaflet.ts'
import { pointsOf, programmeTermsOf } from '../../../domain/evidence/programme.ts'
import { STRENGTHS } from '../../../domain/publishing/words.ts'
import { languageName, type Publication } from '../../../domain/publishing/publication.ts'
import type { Store } from '../../../store/store.ts'
import { words } from '../../forms.ts'
import { to } from '../../to.ts'
import type { PrivateSource, PublicField } from '../../views/desk/publishing.ts'

/** The fields that the public words of an event, a leaflet or a programme are typed in. */
export const fieldsOf = (store: Store, publication: Publication): PublicField[] => {
  const { event, leaflet, programme } = store.sources.evidence.find(publication)
  const field = (
    name: string,
    label: string,
    hint: string,
    rows: number,
    most: number,
  ): PublicField => ({ name, label, hint, rows, most })
  if (event) {
    return [
      field('name', 'What it is called', '', 0, 120),
      field('place', 'Where', 'A place that everyone knows.', 0, 120),
      field('told', 'What happened', 'What it was about, and what people took away.', 4, 1000),
      { ...field('strength', 'How do you know how well it worked?', '', 0, 20), isStrength: true },
      field('worked', 'How well it worked', '', 2, 400),
      ...event.findings.map((each) =>
        field(`finding-${each.id}`, 'What it found, in public words', each.text, 2, 300),
      ),
    ]
  }
  if (leaflet) {
    return [
      field('title', 'Title', 'As it stands on the leaflet.', 0, 120),
      field('version', 'Version', 'Like “March 2022”.', 0, 60),
      field('answers', 'Which question it answers', 'As a resident would ask it.', 2, 200),
      field('place', 'Where to get it', 'A place that everyone knows.', 2, 200),
      field('handed', 'Handed out', 'By whom, and to whom. One on a line.', 3, 600),
    ]
  }
  if (!programme) return []
  const points = (kind: 'outcome' | 'learning' | 'opportunity') =>
    pointsOf(programme, kind).filter((each) => !each.isHeld)
  const under = (group: string, fields: PublicField[]): PublicField[] =>
    fields.map((each, i) => (i === 0 ? { ...each, group } : each))
  return [
    field('name', 'What it is called', '', 0, 120),
    field('aim', 'What it is for', '', 3, 600),
    field('length', 'How long', '', 0, 60),
    field('agreement', 'What the group agreed among itself', '', 3, 600),
    field('support', 'What support there is', 'Never who used it.', 2, 300),
    field('handover', 'How it is handed on', 'Roles, and never names.', 2, 400),
    ...under(
      'What it hopes for',
      points('outcome').flatMap((each, i) => [
        field(`point-${each.id}`, `Hope ${i + 1}, in public words`, each.text, 2, 300),
        field(
          `known-${each.id}`,
          `What is known of hope ${i + 1}`,
          each.sights.at(-1)?.words ?? 'Nothing is written yet.',
          2,
          300,
        ),
      ]),
    ),
    ...under(
      'What was learned',
      points('learning').flatMap((each, i) => [
        field(`theme-${each.id}`, `Theme of learning ${i + 1}`, each.theme ?? '', 0, 80),
        field(`point-${each.id}`, `Learning ${i + 1}, in public words`, each.text, 3, 1000),
      ]),
    ),
    ...under(
      'Opportunities',
      points('opportunity').flatMap((each, i) => [
        field(`point-${each.id}`, `Opportunity ${i + 1}, in public words`, each.text, 2, 300),
        field(
          `became-${each.id}`,
          `What became of opportunity ${i + 1}`,
          'Where it has an entry on the board, that is shown by itself.',
          2,
          300,
        ),
      ]),
    ),
  ]
}

/** A form of these fields. */
export const formOf = (fields: PublicField[]): Record<string, z.ZodType<string>> =>
  Object.fromEntries(
    fields.map((each) => [
      each.name,
      each.isStrength ? z.enum(['', ...STRENGTHS]).default('') : words(each.most),
    ]),
  ) as Record<string, z.ZodType<string>>

/** What the record says, beside the public words. */
export const privateSource = (store: Store, publication: Publication): PrivateSource | null => {
  const { event, leaflet, programme } = store.sources.evidence.find(publication)
  const names = namesOf(store)
  const lines = (all: Record<string, string | null>): PrivateSource['lines'] =>
    Object.entries(all)
      .filter(([, text]) => text)
      .map(([label, text]) => ({ label, text: text! }))
  if (event) {
    const { kind, name, heldOn, place, topics, tookAway, organisations } = eventTermsOf(event)
    return {
      name: `${SAY_EVENT[kind]}: ${name}`,
      href: to('/desk/events', event.id),
      lines: lines({
        When: heldOn && sayWhen(heldOn),
        Where: place,
        'Who took part': organisations
          .map((each) =>
            [names.organisation(each.organisationId), each.brought].filter(Boolean).join(': '),
          )
          .join('. '),
        'What it was about': topics,
        'What people took away': tookAway,
      }),
      files: [],
    }
  }
  if (leaflet) {
    const { title, version, languages } = leafletTermsOf(leaflet)
    return {
      name: [title, version].filter(Boolean).join(', '),
      href: to('/desk/leaflets', leaflet.id),
      lines: lines({
        Languages: languages.map(languageName).join(', '),
        Files: leaflet.files.length ? null : 'None yet',
        'Handed out': leaflet.handings.length
          ? `${handedOut(leaflet)} counted. In public: whole tens, and nothing below ten`
          : null,
      }),
      files: leaflet.files.map((each) => ({
        name: `${languageName(each.language)} file`,
        href: to('/desk/leaflets', leaflet.id, 'files', each.id),
      })),
    }
  }
  if (!programme) return null
  const { name, startsOn, aim, partnerIds } = programmeTermsOf(programme)
  return {
    name,
    href: to('/desk/programmes', programme.id),
    lines: lines({
      Began: startsOn && sayWhen(startsOn),
      Partners: partnerIds.map(names.organisation).join(', '),
      'What it is for': aim,
    }),
    files: [],
  }
}

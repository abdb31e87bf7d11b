import type { Visit } from '../visit.ts'
import { z } from 'zod'
import type { Board } from '../../../domain/publishing/board.ts'
import { readWhen, sayWhen, type Day } from '../../../domain/day.ts'
import { refuse, type Decision } from '../../../domain/decision.ts'
import { GROUNDS } from '../../../domain/depth.ts'
import { draftOf, type Publication } from '../../../domain/publishing/publication.ts'
import { filled } from '../../../domain/publishing/placeholders.ts'
import {
  CHANGES,
  emptyPartnership,
  FIRST,
  parseSteps,
  STRENGTHS,
  textsOf,
  type EntryWords,
  type TranslationWords,
  type Words,
} from '../../../domain/publishing/words.ts'
import type { Store } from '../../../store/store.ts'
import { notFound } from '../../errors.ts'
import { needed, parse, when, words } from '../../forms.ts'
import type { PublicPreview } from '../../views/desk/publishing.ts'
import { fieldsOf, formOf } from './evidence-forms.ts'
import { coversOf, previewOf, readTranslation } from './translation-forms.ts'

const change = {
  changeKind: z.enum(['', ...CHANGES]).default(''),
  changeWords: words(500),
  changeGround: z.enum(['', ...GROUNDS]).default(''),
  basedOn: z.string().transform(Number),
}
const EntryForm = (today: Day, actionIds: number[]) =>
  z.strictObject({
    said: words(500),
    did: words(1500),
    origin: words(120),
    on: when(today, 'behind'),
    strength: z.enum(['', ...STRENGTHS]).default(''),
    worked: words(400),
    trail: words(3000),
    ...Object.fromEntries(actionIds.map((id) => [`action-${id}`, words(300)])),
    ...change,
  })
const PageForm = z.strictObject({
  place: words(200),
  priorities: words(3000),
  agreed: words(3000),
  ...change,
})
const YearForm = z.strictObject(change)
const PartnershipForm = z.strictObject({
  name: needed('Write the name that residents know', 100),
  lede: words(400),
  organisations: words(400),
  communities: words(400),
  phone: words(40),
  email: words(200),
  address: words(300),
  hours: words(200),
  about: words(2000),
  complain: words(600),
  ...change,
})

export interface Subject {
  kind: Words['kind']
  concernId: number | null
  roundTableId: number | null
  eventId: number | null
  leafletId: number | null
  programmeId: number | null
  year: string | null
}

/** The words a publication begins with. */
export const firstWords = (
  store: Store,
  subject: Subject,
  visit: Visit,
): { words: Words; coversIds: number[] } => {
  if (subject.kind === 'entry') {
    const concern =
      subject.concernId === null ? undefined : store.concerns.find(subject.concernId, visit.who)
    if (!concern || concern.depth === 'named' || concern.takenOutAt !== null) throw notFound()
    return {
      words: store.sources.firstEntry(concern.id),
      coversIds: store.sources.coversOf(concern.id),
    }
  }
  if (subject.kind === 'round-table') {
    const table =
      subject.roundTableId === null ? undefined : store.roundTables.findById(subject.roundTableId)
    if (!table) throw notFound()
    return { words: store.sources.pageFacts(table.id), coversIds: [] }
  }
  if (subject.kind === 'year') {
    if (!/^\d{4}$/.test(subject.year ?? '') || subject.year! >= visit.today.slice(0, 4))
      throw notFound()
    return { words: store.sources.yearFacts(subject.year!), coversIds: [] }
  }
  if (subject.kind === 'event' || subject.kind === 'leaflet' || subject.kind === 'programme') {
    const { event, leaflet, programme } = store.sources.evidence.find(subject)
    const matter = event ?? leaflet ?? programme
    if (!matter || matter.depth === 'named') throw notFound()
    const { words, coversIds } = store.sources.evidence.first(subject)!
    return { words: store.sources.withCounts(words), coversIds }
  }
  return { words: emptyPartnership, coversIds: [] }
}

/** Reads the form that belongs to this kind of publication, and fills in what nobody types. */
export const readWords = (
  store: Store,
  publication: Publication,
  visit: Visit,
): Decision<{ words: Words; coversIds: number[]; basedOn: number }> => {
  const lines = (text: string): string[] =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
  const changeOf = (form: {
    changeKind: string
    changeWords: string
    changeGround: string
  }): Words['change'] =>
    form.changeKind === ''
      ? { kind: 'first', words: '' }
      : {
          kind: form.changeKind as 'news',
          words:
            form.changeKind === 'privacy'
              ? form.changeGround || GROUNDS[1]
              : form.changeKind === 'correction'
                ? form.changeWords
                : '',
        }
  const ready = (words: Words, basedOn: number, coversIds: number[] = []) => ({
    accepted: true as const,
    value: { words: store.sources.withCounts(words), coversIds, basedOn },
  })
  switch (publication.kind) {
    case 'entry': {
      const ids = store.sources.coversOf(publication.concernId!)
      const form = parse(EntryForm(visit.today, ids), visit.body)
      if (!form.accepted) return form
      const fields = form.value as typeof form.value & Record<string, string>
      const steps = parseSteps(
        fields.trail,
        (typed) => readWhen(typed, visit.today, 'behind') ?? undefined,
      )
      if (!steps.accepted) return steps
      const facts = store.sources.entryFacts(
        publication.concernId!,
        fields.origin,
        (id) => fields[`action-${id}`] ?? '',
      )
      const entry: EntryWords = {
        kind: 'entry',
        change: changeOf(form.value),
        said: fields.said,
        did: fields.did,
        ...facts,
        on: form.value.on,
        worked:
          form.value.strength === ''
            ? null
            : { strength: form.value.strength, words: fields.worked },
        trail: steps.value,
      }
      return ready(entry, form.value.basedOn, ids)
    }
    case 'round-table': {
      const form = parse(PageForm, visit.body)
      if (!form.accepted) return form
      const { place, priorities, agreed } = form.value
      return ready(
        {
          ...store.sources.pageFacts(publication.roundTableId!),
          change: changeOf(form.value),
          place: place || null,
          priorities: lines(priorities),
          agreed: lines(agreed),
        },
        form.value.basedOn,
      )
    }
    case 'event':
    case 'leaflet':
    case 'programme': {
      const form = parse(
        z.strictObject({ ...formOf(fieldsOf(store, publication)), ...change }),
        visit.body,
      )
      if (!form.accepted) return form
      const fields = form.value as typeof form.value & Record<string, string>
      const drafted = store.sources.evidence.write(publication, (name) => fields[name] ?? '')
      if (!drafted) throw notFound()
      return ready(
        { ...drafted.words, change: changeOf(form.value) },
        form.value.basedOn,
        drafted.coversIds,
      )
    }
    case 'year': {
      const form = parse(YearForm, visit.body)
      return form.accepted
        ? ready(
            { ...store.sources.yearFacts(publication.year!), change: changeOf(form.value) },
            form.value.basedOn,
          )
        : form
    }
    case 'quote': {
      const form = parse(YearForm, visit.body)
      return form.accepted
        ? refuse(
            'words',
            'These are someone’s own words, so nobody changes them. Take them back, and write down others',
          )
        : form
    }
    case 'partnership': {
      const form = parse(PartnershipForm, visit.body)
      if (!form.accepted) return form
      const { changeKind, changeWords, changeGround, basedOn, ...rest } = form.value
      return ready(
        {
          kind: 'partnership',
          change: changeOf({ changeKind, changeWords, changeGround }),
          ...rest,
        },
        basedOn,
      )
    }
    case 'translation': {
      const { words } = draftOf(publication)!
      const read = readTranslation(store, words as TranslationWords, visit.body)
      return read.accepted
        ? ready(
            {
              ...read.value.words,
              change: publication.releases.length > 0 ? { kind: 'news', words: '' } : FIRST,
            },
            read.value.basedOn,
            coversOf(store, read.value.words.of),
          )
        : read
    }
  }
}

/** The page as the public will see it. */
export const previewWords = (board: Board, raw: Words, today: Day): PublicPreview => {
  const words = filled(raw)
  return previewOf(board, {
    slug: 'preview',
    version: 1,
    publishedOn: today,
    words,
    change: words.change,
    earlier: [],
  })
}

/** The free words of a publication, one under another, for two people to compare. */
export const plainOf = (words: Words): string => {
  if (words.kind === 'entry')
    return [
      words.said,
      words.did,
      words.worked?.words ?? '',
      ...words.actions.map((action) => action.words),
      ...words.trail.map((step) => `${sayWhen(step.on)}: ${step.words}`),
    ]
      .filter(Boolean)
      .join('\n')
  if (words.kind === 'round-table') return [...words.priorities, ...words.agreed].join('\n')
  if (words.kind === 'translation')
    return words.pieces
      .map((piece) => piece.text)
      .filter(Boolean)
      .join('\n')
  if (words.kind === 'event' || words.kind === 'leaflet' || words.kind === 'programme')
    return textsOf({ ...words, change: FIRST }).join('\n')
  if (words.kind === 'quote') return `“${words.words}”\n${words.role}`
  return words.kind === 'partnership'
    ? [words.name, words.lede, words.about, words.phone, words.email, words.address, words.hours]
        .filter(Boolean)
        .join('\n')
    : words.year
}

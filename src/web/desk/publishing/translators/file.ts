import { z } from 'zod'
import { decide, type Refusal } from '../../../../domain/decision.ts'
import { languageName } from '../../../../domain/language.ts'
import type { TranslatorsPlan } from '../../../../domain/publishing/handed-out/planned.ts'
import { readPo, writePo, type HandedRow } from '../../../../domain/publishing/handed-out/po.ts'
import { refused, show } from '../../../answer.ts'
import { byPolicy, type Failed } from '../../../change.ts'
import { notFound } from '../../../errors.ts'
import { readText } from '../../../files/text-file.ts'
import { parse, words } from '../../../forms.ts'
import { to } from '../../../to.ts'
import { view } from '../../../views/desk.ts'
import type { Drawn } from '../../../views/view.ts'
import { change, frameOf, get, page, post, type Handler, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { originals } from '../originals.ts'
import { coversOf } from '../translation-form.ts'
import { subjectOf } from '../translations.ts'
import { planOf } from './plan.ts'

/** A file for a translator: 400 kB is a thousand rows in any script. */
const MOST_BYTES = 400 * 1024
/** ... and as a form sends it, where a letter of Bengali is nine. */
const FORM_BYTES = 4 * MOST_BYTES
const PLACE = '/desk/translations/:language'

const FileForm = z.strictObject({ file: z.instanceof(Uint8Array).optional() })
const RowsForm = z.strictObject({
  text: words(FORM_BYTES),
  /** What was shown, so that nothing is saved that nobody saw. */
  seen: words(64),
})

/**
 * One file for a translator: all that residents are told, each text once, with what it says now. It
 * is made of the Board alone, so nothing that is held in private can stand in it (R10, R11).
 */
const handOut: Handler = (visit) => {
  const { code, name } = languageOf(visit)
  const board = visit.store.published.board()
  const stands = new Map<string, string[]>()
  for (const { texts, name: where } of originals(board))
    for (const text of texts) stands.set(text, [...(stands.get(text) ?? []), where])
  const tongue = board.tongues.get(code)
  const rows = [...stands].map(([english, where]) => {
    const there = tongue?.get(english)
    return {
      english,
      text: there?.text ?? '',
      isDoubtful: there !== undefined && !there.checked,
      stands: where.slice(0, 3),
    }
  })
  const remark = `From English to ${name}. What a machine wrote is marked fuzzy: take the mark away once you have read it.`
  return visit.reply
    .header('content-disposition', `attachment; filename="round-table-${code}.po"`)
    .type('text/x-gettext-translation; charset=utf-8')
    .send(writePo(code, remark, rows))
}

interface Spoken {
  code: string
  name: string
}

/** The language that the address speaks of. */
const languageOf = ({ desk, params }: Visit): Spoken => {
  const there = desk.languages.find(({ code }) => code === params.language && code !== 'en')
  if (!there) throw notFound()
  return { code: there.code, name: languageName(there.code) }
}

interface Read {
  text: string
  plan: TranslatorsPlan
}

const bringPage = (visit: Visit, read: Read | null, failed?: Failed): Drawn => {
  const language = languageOf(visit)
  return view('desk/publishing/translators/index', {
    frame: frameOf(visit, `A translator’s file in ${language.name}`, 'entries', failed),
    language,
    text: read?.text ?? '',
    plan: read?.plan ?? null,
  })
}

/** The rows of a file, or why it cannot be read. */
const rowsIn = (text: string, code: string): HandedRow[] | string => {
  const read = readPo(text)
  if ('wrong' in read) return `${read.wrong}. Choose the file that the translator sent back`
  const language = read.language?.toLowerCase().split(/[-_.@]/)[0]
  if (language && language !== code)
    return `This file is in ${languageName(language)}. Go to that language, and bring it there`
  return read.rows
}

/** Shows what becomes of each row, and changes nothing. */
const readFile: Handler = (visit) => {
  const { code } = languageOf(visit)
  const form = parse(FileForm, visit.body)
  const refuse = (errors: Refusal[]) =>
    refused(visit.request, visit.reply, errors, () =>
      bringPage(visit, null, { form: 'file', errors, body: {} }),
    )
  const again = (reason: string) => refuse([{ field: 'file', reason }])
  if (!form.accepted) return refuse(form.refusals)
  if (!form.value.file?.length)
    return again('Choose the file that the translator sent back. Its name ends in .po')
  const file = readText(form.value.file)
  if ('wrong' in file) return again('This is not a translator’s file. Its name ends in .po')
  const rows = rowsIn(file.text, code)
  if (typeof rows === 'string') return again(rows)
  return show(visit.reply, bringPage(visit, { text: file.text, plan: planOf(visit, code, rows) }))
}

/** What is good becomes drafts, once it was shown; each is approved by someone else (R12, R13). */
const save = change(`${PLACE}/drafts`, 'draft', {
  name: 'rows',
  find: languageOf,
  allow: byPolicy,
  form: RowsForm,
  formBytes: FORM_BYTES,
  decide: (visit: Visit, { code }, { text, seen }) => {
    const rows = rowsIn(text, code)
    const plan = typeof rows === 'string' ? null : planOf(visit, code, rows)
    return decide(
      [
        typeof rows === 'string' && { field: 'file', reason: rows },
        plan !== null &&
          plan.mark !== seen && {
            field: 'file',
            reason: 'Something has changed since you looked. Look at the rows again, then save',
          },
        plan?.drafts.length === 0 && { field: 'file', reason: 'Nothing in this file is new' },
      ],
      () => plan!.drafts,
    )
  },
  record: ({ store, by }, _language, drafts) => {
    for (const { of, publication, words: told } of drafts)
      if (publication)
        store.publications.recordDraft(
          publication.id,
          store.sources.withCounts(told, publication),
          coversOf(store, of),
          by,
        )
      else store.publications.record(subjectOf(store, of), told, coversOf(store, of), by)
    return drafts.length
  },
  answer: (_visit, { code }, saved) => to('/desk/translations', { language: code, saved }),
  again: (visit, { code }, failed) => {
    const form = parse(RowsForm, failed.body)
    const text = form.accepted ? form.value.text : ''
    const rows = rowsIn(text, code)
    const read = typeof rows === 'string' ? null : { text, plan: planOf(visit, code, rows) }
    return bringPage(visit, read, failed)
  },
})

/** A translator is handed one file, and needs no account. */
export const translatorsRoutes: readonly Route[] = [
  get(`${PLACE}/file`, 'draft', handOut),
  page(`${PLACE}/bringing-in`, 'draft', (visit) => bringPage(visit, null)),
  post(`${PLACE}/bringing-in`, 'draft', readFile, { fileBytes: MOST_BYTES }),
  save,
]

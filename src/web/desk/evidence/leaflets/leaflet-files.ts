import { languageName } from '../../../../domain/language.ts'
import { z } from 'zod'
import { accept, isConflict, type Decision } from '../../../../domain/decision.ts'
import { putFile, type Leaflet, type LeafletFile } from '../../../../domain/evidence/leaflet.ts'
import { fingerprint } from '../../../../store/evidence/leaflets.ts'
import { inSixMoves, type Moves } from '../../../change.ts'
import { notAllowed, notFound } from '../../../errors.ts'
import { MOST_PDF_BYTES, readPdf, type ReadPdf } from '../../../files/pdf/read-pdf.ts'
import { parse } from '../../../forms.ts'
import { DOWNLOAD_CSP } from '../../../page-cache.ts'
import { to } from '../../../to.ts'
import { change, get, post } from '../../route.ts'
import type { Desk, Visit } from '../../visit.ts'
import { bothTexts, mayChange, partCalled, takenOut, withPart } from '../matters.ts'
import { findLeaflet, lookAtLeaflet, ofLeaflet } from './leaflet-page.ts'

/**
 * As much as is read of a file, so that one that is too large is told so beside its field (R23).
 */
const MOST_READ = 4 * MOST_PDF_BYTES

const fileForm = ({ languages }: Desk) =>
  z.strictObject({
    language: z.enum(
      languages.map(({ code }) => code),
      'Choose its language',
    ),
    seen: z
      .string()
      .regex(/^\d{1,9}$/)
      .default('0')
      .transform(Number),
    file: z.instanceof(Uint8Array).optional(),
  })
type FileForm = z.infer<ReturnType<typeof fileForm>>

/**
 * A file takes a while to read. R23: meanwhile someone else may have put one here, or held the
 * leaflet in private, so that all six moves are made when it has been read.
 */
export const putFileHere = post(
  '/desk/leaflets/:id/files',
  'matter',
  async (visit) => {
    mayPut(visit)
    const form = parse(fileForm(visit.desk), visit.body)
    const file = (form.accepted && form.value.file) || new Uint8Array()
    const read = await readPdf(file)
    return inSixMoves(putting(read), ({ store }, work) => store.together(work))(visit)
  },
  { fileBytes: MOST_READ, first: (visit) => mayPut(visit) },
)

const mayPut = (visit: Visit): void => {
  if (!mayChange(visit, findLeaflet(visit))) throw notAllowed()
}

type Read = Awaited<ReturnType<typeof readPdf>>

const putting = (read: Read): Moves<Visit, Leaflet, FileForm, ReadPdf | null, void> => ({
  ...ofLeaflet,
  name: 'file',
  form: ({ desk }) => fileForm(desk),
  decide: (_visit, leaflet, form) => decideFile(leaflet, form, read),
  record: ({ store, by }, { id }, fresh, { language }) => {
    if (fresh) store.leaflets.recordFile(id, { language, ...fresh }, by)
  },
  again: (visit, leaflet, failed) => {
    const body = { ...(failed.body as object), file: undefined }
    return ofLeaflet.again(visit, leaflet, { ...failed, body })
  },
  conflict: (visit, leaflet, { language }) => {
    lookAtLeaflet(visit, leaflet)
    const size = 'wrong' in read ? 0 : read.bytes.length
    return bothTexts(visit, to('/desk/leaflets', leaflet.id), {
      reason: 'Someone else put a file here while you were choosing yours. Yours is not here yet.',
      theirs: sayFile(fileIn(leaflet, language)!),
      yours: sayFile({ language, size }),
    })
  },
})

const decideFile = (
  leaflet: Leaflet,
  { language, seen }: FileForm,
  read: Read,
): Decision<ReadPdf | null> => {
  const decision = putFile(leaflet, language, seen)
  if ('wrong' in read) {
    const others = decision.accepted || isConflict(decision) ? [] : decision.refusals
    return { accepted: false, refusals: [...others, { field: 'file', reason: read.wrong }] }
  }
  // The same file again is here already.
  if (fileIn(leaflet, language)?.hash === fingerprint(read.bytes)) return accept(null)
  return decision.accepted ? accept(read) : decision
}

const fileIn = ({ files }: Leaflet, language: string): LeafletFile | undefined =>
  files.find((each) => each.language === language)

const sayFile = ({ language, size }: Pick<LeafletFile, 'language' | 'size'>): string =>
  `${languageName(language)}, PDF, ${Math.max(1, Math.round(size / 1024))} kB`

/**
 * The file as it stands here, for whoever writes of it or approves it: what they read is what is
 * published.
 */
export const readFile = get('/desk/leaflets/:id/files/:fileId', 'matter', (visit) => {
  const leaflet = findLeaflet(visit)
  const file = partCalled(leaflet.files, visit.params.fileId)
  const bytes = visit.store.leaflets.bytes(file.id)
  if (!bytes) throw notFound()
  lookAtLeaflet(visit, leaflet)
  return visit.reply
    .headers({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="leaflet-${leaflet.id}-${file.language}.pdf"`,
      'content-security-policy': DOWNLOAD_CSP,
    })
    .send(bytes)
})

/** It is taken out again, and its bytes with it. */
export const endFile = change('/desk/leaflets/:id/files/:fileId/ending', 'matter', {
  ...withPart(ofLeaflet, ({ files }, { params }) => partCalled(files, params.fileId)),
  ...takenOut,
  name: 'file',
  record: ({ store, by }, { matter, part }) => store.leaflets.endFile(matter.id, part.language, by),
})

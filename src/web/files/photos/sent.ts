import type { Decision } from '../../../domain/decision.ts'
import { readPhotos, MOST_PHOTOS, MOST_PHOTO_BYTES, type ReadPhoto } from './photo.ts'

/**
 * What a form with photos may bring. One byte and one file more than is allowed are read, so that
 * too much is said beside its field with all words kept (R23); what is behind that is let go.
 */
export const PHOTO_OPTIONS = {
  limits: { fileSize: MOST_PHOTO_BYTES + 1, files: MOST_PHOTOS + 1 },
  throwFileSizeLimit: false,
} as const

/** The photos of a form, read; and the form without them. */
export interface Sent {
  body: Record<string, unknown>
  photos: ReadPhoto[] | { wrong: string }
}

/**
 * Takes the photos out of what was sent, and reads them. A field of this name with words in it
 * stays, and is refused with the form.
 */
export const readSent = async (sent: unknown): Promise<Sent> => {
  const { files, body } = apart(sent)
  return { body, photos: await readPhotos(files) }
}

/** ... taken out and not read: how many there were. */
export const withoutPhotos = (sent: unknown): { body: Record<string, unknown>; count: number } => {
  const { files, body } = apart(sent)
  return { body, count: files.length }
}

const apart = (sent: unknown): { files: Uint8Array[]; body: Record<string, unknown> } => {
  const { photos, ...body } = (sent ?? {}) as Record<string, unknown>
  const all = photos === undefined ? [] : [photos].flat()
  const files = all.filter((each) => each instanceof Uint8Array)
  return {
    files: files.filter((each) => each.length > 0),
    body: files.length === all.length ? body : { ...body, photos },
  }
}

/** What is wrong with a photo stands beside what is wrong with the words (R23). */
export const withWrong = <T>(decision: Decision<T>, reason: string): Decision<T> => ({
  accepted: false,
  refusals: [...(decision.accepted ? [] : decision.refusals), { field: 'photos', reason }],
})

import type { Day } from '../day.ts'
import { decide, refuse, type Decision } from '../decision.ts'
import {
  consentLacks,
  consentOf,
  isSoonOver,
  type Consent,
  type TypedConsent,
} from '../evidence/consent.ts'

/**
 * A photo that came with an update: as deep as its action (R9), and never told by itself. The
 * picture was made anew, without place, time or name.
 */
export interface Photo {
  id: number
  updateId: number
  width: number
  height: number
}

/** A photo that may stand beside an entry in public, made small, and what makes that right. */
export interface ShownPhoto {
  id: number
  photoId: number
  concernId: number
  width: number
  height: number
  /** Its size in bytes, and its fingerprint: an approval holds for the very picture (R13). */
  size: number
  hash: string
  /** What those who can be recognised in it agreed to; null where nobody can be (R18). */
  consent: Consent | null
  personId: number
  at: string
  endedAt: string | null
}

/** Whether anyone in it can be recognised, as somebody looked and says. */
export const RECOGNISED = ['no', 'yes'] as const

/**
 * Puts a photo forward to be shown: what can be seen in it, and a yes from everyone who can be
 * recognised. Nothing is filled in for whoever looks.
 */
export const showPhoto = (
  form: {
    alt: string
    recognised: (typeof RECOGNISED)[number] | ''
    concernId: number | null
  } & TypedConsent,
  entriesOf: readonly number[],
  today: Day,
): Decision<{ alt: string; concernId: number; consent: Consent | null }> => {
  const only = entriesOf.length === 1 ? entriesOf[0]! : form.concernId
  return decide(
    [
      !entriesOf.includes(only ?? 0) && {
        field: 'concernId',
        reason: 'Choose which entry it stands beside',
      },
      !form.alt.trim() && {
        field: 'alt',
        reason: 'Say what can be seen in it, for those who cannot see it',
      },
      form.recognised === '' && {
        field: 'recognised',
        reason: 'Look again, and say whether anyone can be recognised',
      },
      ...(form.recognised === 'yes' ? consentLacks(form, today) : []),
    ],
    () => ({
      alt: form.alt.trim(),
      concernId: only!,
      consent: form.recognised === 'yes' ? consentOf(form) : null,
    }),
  )
}

export const takeBackPhoto = (shown: ShownPhoto | undefined): Decision<ShownPhoto> =>
  shown && shown.endedAt === null
    ? { accepted: true, value: shown }
    : refuse('photo', 'It was taken back already')

/** The yes of someone who can be recognised in it runs out within a month, or has. */
export const isPhotoRunningOut = ({ endedAt, consent }: ShownPhoto, today: Day): boolean =>
  endedAt === null && consent !== null && isSoonOver(consent, today)

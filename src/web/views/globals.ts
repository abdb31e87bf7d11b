import type { Voice } from '../words/voice.ts'
import type { comesFirstOn } from '../../domain/publishing/kinds/entry/comes-first.ts'
import type { askedIn, couldNot } from '../../domain/publishing/kinds/entry/facts.ts'
import type { PartnershipWords } from '../../domain/publishing/kinds/partnership.ts'
import type { pairOf } from '../../domain/publishing/kinds/entry/passed-on.ts'
import type { quotesOf } from '../../domain/publishing/related.ts'
import type { lacksDate } from '../../domain/actions/action.ts'
import type { isLate, quietFor } from '../../domain/publishing/voices.ts'
import type { say } from '../../domain/say.ts'
import type { Markup } from '../markup.ts'
import type { squareOf } from '../files/qr-code.ts'
import type { optionsOf } from '../options.ts'
import type { Links, to } from '../to.ts'
import type { Language } from '../words/languages.ts'

/** What every template can use, whichever door draws it. */
export interface Globals {
  say: typeof say
  to: typeof to
  t: Voice
  call: (number: string) => Markup
  sms: (number: string) => Markup
  /** An English word among those of another language. */
  inEnglish: (word: string) => Markup
  optionsOf: typeof optionsOf
  isLate: typeof isLate
  quietFor: typeof quietFor
  lacksDate: typeof lacksDate
  couldNot: typeof couldNot
  askedIn: typeof askedIn
  pairOf: typeof pairOf
  comesFirstOn: typeof comesFirstOn
  asset: (file: string) => string
  /** The language that the letters of words tell, where it is not that of the page. */
  langOf: (words: string) => string | undefined
  sample: boolean
  contact: () => Pick<PartnershipWords, 'name' | 'phone' | 'email'> | null
}

/** ... and what the board adds: addresses and words in the language of the page. */
export interface BoardGlobals extends Omit<Globals, 'to'> {
  /** The address of the page as a square to scan, for paper. */
  printed: { address: string } & ReturnType<typeof squareOf>
  to: Links
  languages: readonly Language[]
  /** True on a copy of the board, where nothing can be left. */
  isCopy: boolean
  /** ... and true where it is made of files: nobody answers what is asked. */
  isStill: boolean
  quotesOf: (slug: string) => ReturnType<typeof quotesOf>
}

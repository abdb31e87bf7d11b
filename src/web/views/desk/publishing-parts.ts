import type { Passing } from '../../../domain/concerns/passing.ts'
import type { Day } from '../../../domain/day.ts'
import type { TranslatorsPlan } from '../../../domain/publishing/handed-out/planned.ts'
import type { Check } from '../../../domain/publishing/checks.ts'
import type { AnswersWords } from '../../../domain/publishing/kinds/answers.ts'
import type { PartnershipWords } from '../../../domain/publishing/kinds/partnership.ts'
import type { PhotoWords } from '../../../domain/publishing/kinds/photo.ts'
import type { QuoteWords } from '../../../domain/publishing/kinds/quote.ts'
import type { TranslationWords } from '../../../domain/publishing/kinds/translation.ts'
import type { YearWords } from '../../../domain/publishing/kinds/year.ts'
import type {
  CheckGroup,
  EntryLine,
  PrivateSource,
  PublicationPage,
  PublishingViews,
} from './publishing.ts'

type EntriesPage = PublishingViews['desk/publishing/entries/index']
type TranslationsPage = PublishingViews['desk/publishing/translations/index']
type TranslationPage = PublicationPage & {
  words: TranslationWords
  language: NonNullable<PublicationPage['language']>
}
/** The page, and what of it is the same in public wherever it is drawn. */
type PreviewPage = PublicationPage & { level: string; today: Day }

/**
 * Parts that a page finds by what a kind calls them, and what each is given. A kind that needs no
 * more than this needs no line below.
 */
export interface PartsOfKinds {
  [words: `desk/publishing/kinds/_words-${string}`]: PublicationPage
  [source: `desk/publishing/kinds/_source-${string}`]: PublicationPage
  [preview: `desk/publishing/kinds/_preview-${string}`]: PreviewPage
  [page: `board/${string}/_page`]: PreviewPage
}

/** Parts that pages of desk/publishing include, and exactly what they are given. */
export interface PublishingParts {
  'desk/publishing/entries/_line': { line: EntryLine }
  'desk/publishing/entries/_other-pages': EntriesPage
  'desk/publishing/entries/_to-draft': EntriesPage
  'desk/publishing/kinds/_words-answers': PublicationPage & { words: AnswersWords }
  'desk/publishing/kinds/_preview-answers': PreviewPage & { words: AnswersWords }
  'desk/publishing/kinds/_preview-partnership': PreviewPage & { words: PartnershipWords }
  'desk/publishing/kinds/_preview-photo': PreviewPage & { words: PhotoWords }
  'desk/publishing/kinds/_preview-quote': PreviewPage & { words: QuoteWords }
  'desk/publishing/kinds/_preview-translation': PreviewPage & TranslationPage
  'desk/publishing/kinds/_preview-year': PreviewPage & { words: YearWords }
  'desk/publishing/translations/_read-translation': TranslationPage
  'desk/publishing/kinds/_source-evidence': PublicationPage & { evidence: PrivateSource }
  'desk/publishing/kinds/_source-translation': TranslationPage
  'desk/publishing/entries/_passed-on': PublicationPage & {
    form: string
    i: number
    passing: Passing
  }
  'desk/publishing/kinds/_words-quote': PublicationPage
  'desk/publishing/kinds/_words-translation': TranslationPage
  'desk/publishing/kinds/_words-year': PublicationPage & { words: YearWords }
  'desk/publishing/publication/_approve': PublicationPage
  'desk/publishing/publication/_change': PublicationPage
  'desk/publishing/publication/_check': PublicationPage & { check: Check; i: number }
  'desk/publishing/publication/_checks': PublicationPage
  'desk/publishing/publication/_comment': PublicationPage
  'desk/publishing/publication/_history': PublicationPage
  'desk/publishing/publication/_numbers': PublicationPage
  'desk/publishing/publication/_overrule': PublicationPage & {
    check: Check
    i: number
    isMine: boolean
  }
  'desk/publishing/publication/_preview': PublicationPage
  'desk/publishing/publication/_publish': PublicationPage
  'desk/publishing/publication/_several': PublicationPage & { group: CheckGroup }
  'desk/publishing/publication/_source': PublicationPage
  'desk/publishing/recordings/_recordings': PublicationPage
  'desk/publishing/publication/_withdraw': PublicationPage
  'desk/publishing/publication/_words': PublicationPage
  'desk/publishing/translations/_language': TranslationsPage & {
    language: NonNullable<TranslationsPage['language']>
  }
  'desk/publishing/translations/_languages': TranslationsPage
  'desk/publishing/translators/_plan': PublishingViews['desk/publishing/translators/index'] & {
    plan: TranslatorsPlan
  }
}

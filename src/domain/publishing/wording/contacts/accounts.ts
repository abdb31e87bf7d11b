import { stretches, type Reading, type Stretch } from '../folding/reading.ts'

/** Numbers that are one person's own: of an account, a passport, a case. */
export const accounts = ({ low }: Reading): Stretch[] =>
  PATTERNS.flatMap((pattern) => stretches(low, pattern))

const CASE = String.raw`(?!(?:19|20)\d\d(?![\p{N}/]))[a-z]{0,3}\d{3,}[\p{L}\d/-]{0,16}`
const PATTERNS = [
  /\bsort code\b[: ]{0,2}(?:is )?\d\d-?\d\d-?\d\d/gu,
  /\baccount\b[: ]{0,2}(?:number|no\.?)?[: ]{0,2}(?:is )?\d{8}\b/gu,
  /(?<![\p{L}\p{N}])[a-z]{2} ?\d\d ?\d\d ?\d\d ?[a-d](?![\p{L}\p{N}])/gu,
  /(?<!\p{L})passport(?: (?:number|no\.?|is|was)){0,2}[:# ]{1,2}[a-z]{0,2}\d{6,9}(?!\d)/gu,
  new RegExp(
    String.raw`(?<!\p{L})(?:cris|cad|pnc|nhs|custody|crime|incident)(?: (?:report|record|ref|reference|number|no\.?|is|was)){0,3}[.:# ]{1,3}${CASE}`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<!\p{L})(?:case|visa|home office|oyster|tenancy|rent|benefit|claim|prison|driving licence)(?: (?:ref|reference|number|no\.?|is|was)){1,3}[.:# ]{1,3}${CASE}`,
    'gu',
  ),
  // A day of birth.
  /(?<!\p{L})(?:born|birthday|birth|dob|d\.o\.b\.?)(?: (?:on|is|was)){0,2}[: ]{1,2}\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}/gu,
]

import { isEveryday } from '../lists/everyday.ts'
import { stretches, type Reading, type Stretch } from '../folding/reading.ts'

const AREAS =
  'AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|FK|FY|' +
  'GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|ME|MK|ML|NE|NG|NN|NP|NR|NW|' +
  'OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|' +
  'WD|WF|WN|WR|WS|WV|YO|ZE|B|E|G|L|M|N|S|W'
const BETWEEN = String.raw`[ \n\-./,()~*']{0,3}`
const spaced = (area: string): string => [...area].join(' ?')
const POSTCODE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${AREAS.split('|').map(spaced).join('|')})${BETWEEN}\d[a-z\d]?` +
    String.raw`${BETWEEN}\d ?[abd-hjlnp-uw-z] ?[abd-hjlnp-uw-z](?![\p{L}\p{N}])`,
  'giu',
)

/** A postcode, with whatever stands between its halves. The first half alone is a district. */
export const postcodes = ({ text }: Reading): Stretch[] => [
  ...stretches(text, POSTCODE).filter(
    ({ from, to }) =>
      !(ORDINAL.test(text.slice(from, to)) && /^\s\p{L}/u.test(text.slice(to, to + 2))),
  ),
  ...stretches(text, SWAPPED).filter(({ from, to }) => /\d/u.test(text.slice(from, to))),
]
/** B for eight, O for nought, I or a small l for one, and the other way round. */
const SWAPPED =
  /(?<![\p{L}\p{N}])(?:N[WE1]?|S[EW]|E[C]?|W[C]?)[0-9BOIl]{1,2}[A-Z]?[ -]?[0-9BOIlSZ][A-HJLNP-UW-Z80]{2}(?![\p{L}\p{N}])/gu
/** “W2 1st of May”, “section S60 2nd reading”: it goes on as a day or a turn does. */
const ORDINAL = /[ ](?:1st|2nd|3rd|[04-9]th)$/u

/** A number plate leads to whoever owns the car. */
export const plates = ({ text, low }: Reading): Stretch[] => [
  ...stretches(
    text,
    /(?<![\p{L}\p{N}])(?:[A-Z]{2}\d{2}[ -]?[A-Z]{3}|[A-Z]\d{1,3} [A-Z]{3})(?![\p{L}\p{N}])/gu,
  ),
  // “nw10 and” is a district and a word.
  ...stretches(low, /(?<![\p{L}\p{N}])[a-z]{2}\d{2}[ -]?[a-z]{3}(?![\p{L}\p{N}])/gu).filter(
    ({ to }) => !isEveryday(low.slice(to - 3, to)) && !isEveryday(text.slice(to - 3, to)),
  ),
  ...stretches(
    low,
    /(?<=(?<!\p{L})(?:reg|registration|number ?plate|plate|licence plate)(?: (?:number|plate|no\.?|was|is|mark)){0,2}[: ]{1,2})(?=[a-z]{0,7} ?\d|[a-z]\d)[a-z\d]{1,7}(?: [a-z\d]{1,4})?(?![\p{L}\p{N}])/gu,
  ).filter(({ from, to }) => /\d/u.test(low.slice(from, to)) && /[a-z]/u.test(low.slice(from, to))),
]

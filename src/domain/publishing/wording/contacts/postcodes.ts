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
export const postcodes = ({ text }: Reading): Stretch[] =>
  stretches(text, POSTCODE).filter(
    ({ from, to }) =>
      !(ORDINAL.test(text.slice(from, to)) && /^\s\p{L}/u.test(text.slice(to, to + 2))),
  )
/** “W2 1st of May”, “section S60 2nd reading”: it goes on as a day or a turn does. */
const ORDINAL = /[ ](?:1st|2nd|3rd|[04-9]th)$/u

/** A number plate leads to whoever owns the car. */
export const plates = ({ text }: Reading): Stretch[] =>
  stretches(
    text,
    /(?<![\p{L}\p{N}])(?:[A-Z]{2}\d{2}[ -]?[A-Z]{3}|[A-Z]\d{1,3} [A-Z]{3})(?![\p{L}\p{N}])/gu,
  )

/** What leads into someone’s account. */
export const accounts = ({ low }: Reading): Stretch[] => [
  ...stretches(low, /\bsort code\b[: ]{0,2}(?:is )?\d\d-?\d\d-?\d\d/gu),
  ...stretches(low, /\baccount\b[: ]{0,2}(?:number|no\.?)?[: ]{0,2}(?:is )?\d{8}\b/gu),
  ...stretches(
    low,
    /(?<![\p{L}\p{N}])[a-ceghj-prstw-z]{2} ?\d\d ?\d\d ?\d\d ?[a-d](?![\p{L}\p{N}])/gu,
  ),
]

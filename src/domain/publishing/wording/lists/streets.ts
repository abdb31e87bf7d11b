const set = (words: string): Set<string> => new Set(words.split(/\s+/).filter(Boolean))

/** What streets and buildings are called, whole and short: after a number and a name, an address. */
export const STREET_WORDS = set(`
street st str strt stret steet road raod rd roads avenue ave av lane ln crescent cres cresent gardens gdns
garden terrace terr ter mews mansions mansion court ct courts buildings building bldgs bldg tower towers wharf
estate grove gr drive dr close cl clo square sq villas lodge cottages cottage parade embankment quay alley
yard boulevard blvd circus esplanade arcade
`)

/** Those that are everyday words as well: before one of them stands a name or a word that names streets. */
export const LOOSE_STREET_WORDS = set(`
way walk row hill park pk point pt house hse place pl rise view green gate passage path bank end side common
market bridge field fields meadow meadows vale heights croft chase wood woods reach ridge dale orchard corner
mount cross dock
`)

/** Everyday words that streets are named after. */
export const NAMES_STREETS = set(`
church station victoria park high mill school north south east west queen queens king kings london green manor
new york albert chapel market bell bridge castle abbey priory rectory vicarage college grange orchard oak elm
ash cedar maple lime willow beech cherry rose holly ivy laurel spring well water river canal wharf lock
boundary broad long short old upper lower great little white black red blue golden silver prince princes
princess duke dukes bishop bishops earl george regent regents crown star sun moon hall farm field fields wood
woods hill sussex oxford cambridge kent essex warwick windsor richmond clarence penfold lisson salisbury
frampton ranston broadley ashmill edgware harrow kilburn elgin shirland portland gloucester
`)

/** After a number they begin something else than an address. */
export const STREET_BREAKERS = set(`
a an the of in on at to from for and or by with near off over under into onto through across along around
about between behind before after since until till during within than then that this these those which who
whose where when while as but if so not no is are was were be been being am has have had do does did will
would can could should may might must shall it its they them their there he she we you i us our your my his
her people residents resident mothers mother fathers father boys boy girls girl women woman men man children
child families family parents parent officers officer pupils students volunteers members young youths
neighbours tenants households police patrols january february march april june july august september october
november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday
saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays pm am hrs hours hour minutes
minute mins days day weeks week months month years year times time percent per pounds pence miles mile metres
metre kilometres yards feet tonnes storeys floors stops calls reports visits meetings more less fewer new
other others last next first second third extra different many several every each all both another such came
come went go met meet said says told asked ask held hold saw see found find gave give took take made make put
left mended repaired cleaned painted closed open opened outside inside opposite
`)

/** Before a number they make it the number of something else. */
export const NOT_A_HOUSE = set(`
item items section sections action actions concern concerns question questions priority priorities page pages
phase quarter step point points week day year years table tables round rounds line lines chapter act part
parts paragraph appendix annex version issue figure figures bus buses route routes opportunity opportunities
recommendation recommendations objective target stage level grade class key charity reference ref case
incident log crime order agenda minute motion policy form article rule schedule £ zone area junction exit
platform gate
`)
export const MONTHS = set(`
january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec
`)
/** After a street they make a number before it a count of them: “two Church Street officers”. */
export const OF_THE_STREET = set(`
ward wards officer officers trader traders shop shops stall stalls resident residents market neighbourhood
library libraries meeting meetings event events patrol patrols team teams block blocks
`)
/** Short words for streets, and what they stand for. */
export const STREET_SHORT: Record<string, string> = {
  ln: 'lane',
  st: 'street',
  str: 'street',
  rd: 'road',
  ave: 'avenue',
  av: 'avenue',
  sq: 'square',
  ct: 'court',
  gdns: 'gardens',
  gr: 'grove',
  cres: 'crescent',
  cl: 'close',
  dr: 'drive',
  ter: 'terrace',
  hse: 'house',
  ho: 'house',
  hs: 'house',
  pk: 'park',
  pl: 'place',
}
/** What streets and blocks of the area are called: a number before one is a house, its word or not. */
export const LOCAL_NAMES =
  'penfold|broadley|edgware|kennet|paveley|jerome|ashmill|frampton|ranston|capland|hatton|boscobel|samford|' +
  'mulready|venables|gateforth|plympton|bledlow|luton|gurney|cosway|shroton|daventry|lisson|orchardson|tadema|' +
  'salisbury|lilestone|eastlake|cuthbert|wharncliffe|mallory|swain|fisherton'

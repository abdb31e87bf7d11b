/** One person that neighbours could tell from others. “Resident” and “person” are anyone. */
export const PERSON =
  'boy|girl|mother|mum|father|dad|parent|man|woman|lady|gentleman|lad|teenager|teen|youth|youngster|child|kid|toddler|baby|' +
  'grandmother|grandfather|granny|gran|grandad|widow|widower|son|daughter|brother|sister|auntie|aunt|uncle|cousin|nephew|niece|' +
  'wife|husband|family|couple|neighbour|pensioner|refugee|orphan|pupil|student|schoolboy|schoolgirl|lodger|tenant|wheelchair user'
export const RELATIVE =
  'son|daughter|brother|sister|mother|mum|father|dad|husband|wife|nephew|niece|cousin|grandson|granddaughter|grandmother|' +
  'grandfather|aunt|auntie|uncle|boyfriend|girlfriend|fiance|stepson|stepdaughter|stepfather|twin'
export const TRADE =
  'barber|chemist|butcher|baker|grocer|shopkeeper|tailor|hairdresser|landlady|lodger|greengrocer|newsagent|fishmonger|launderer|florist'
export const ETHNIC =
  'somali|bengali|bangladeshi|pakistani|indian|kurdish|iraqi|iranian|syrian|afghan|arab|turkish|cypriot|greek|albanian|kosovan|romanian|' +
  'polish|portuguese|brazilian|spanish|italian|french|ukrainian|russian|chinese|vietnamese|filipino|filipina|nigerian|ghanaian|eritrean|ethiopian|' +
  'sudanese|egyptian|moroccan|algerian|jamaican|caribbean|african|asian|black|white|muslim|christian|jewish|hindu|sikh|irish|mixed-race|' +
  'pregnant|disabled|deaf|blind|transgender|trans|gay|lesbian|bisexual|autistic|homeless|widowed|divorced'
export const INJURED =
  'stopped|arrested|attacked|robbed|stabbed|searched|followed|assaulted|raped|injured|beaten|killed|shot|murdered|evicted|expelled|excluded|' +
  'mugged|groomed|moved|charged|threatened|pushed|hurt|housed|suspended|bullied'
export const PLACE =
  'club|school|college|academy|shop|flat|house|block|floor|hostel|mosque|church|temple|gym|cafe|chemist|pharmacy|salon|barbers?|corner|top|tower|' +
  'hotel|shelter|refuge|landing|bakery|butchers?|launderette|takeaway|restaurant|pub|stall|flats|family|team|sixth form'
/** What is said of anyone or everyone points at nobody. */
export const ANYONE =
  /\b(?:any|every|each|no|anyone|everyone|anybody|everybody|whoever|those|people|residents|young)(?: [\p{L}-]{1,16}){0,2},? ?[\p{L}(]?$/u

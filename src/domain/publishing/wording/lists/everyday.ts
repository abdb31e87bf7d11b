import { COMMON_WORDS } from './common-words.ts'

/**
 * More everyday words, of councils and the police as well. With a capital they are no names: a head
 * of a column, a heading, the beginning of a sentence. None of them is a name that people bear,
 * save those in AMBIGUOUS.
 */
const MORE = `
able abuse access accident account address adult advice advocate affect afford afternoon age agency agenda
agent aim air alarm alert allowance amount analysis annual answer anti anybody anyway appeal appear appendix
applicant application appoint approach approve argue army arrest arrive art article arts assault assembly
assess asset assist associate attach attack attempt attention authority automatic available average award
aware baby back badge balance bank bar base baseball basic basket basketball bath battery beat become bed
bedroom beer behave behaviour believe belong bench benefit bicycle bid bike bill bin bird birth bite blade
blame blind block blood blow board boat body boil bomb border boot borough borrow bottle bottom bowl box
boxing branch brand breach bread break breakfast bridge brief briefing brigade broken broom brother brush
budget bug bulb bulletin bully burglar burglary burn bush business busy button buyer cabinet cabin cable cafe
cake calendar camera camp campaign canal candidate cancel cap capable capacity capital car card career carer
cargo cars case cash category cause ceiling celebrate cell centre central century ceremony certain certificate
chain chair chairman chairwoman challenge chance channel chapter character charge chart chase cheap chemist
chief choice christmas church cinema circle circuit citizen city civic civil claim class classroom climate
clinic clock cloth clothes cloud coach coal coast coat cockroach code coffee cold colleague college colour
column combat comfort command commander comment commerce commission commissioner commit committee common
commons communal communicate company compare compete complain complaint computer condition conduct conference
confidence confident confirm conflict congress consent conservation consist constable constitution construct
consult consultant consumer content contest contract contribute control convene conversation convert convict
cooperate coordinate coordinator copy core corner correct corridor cost cottage counsel counsellor county
couple courage course court courtyard cousin crack craft crash crew cricket crime criminal crisis critic
crossing crowd crown cruel culture cup cure curfew currency current curriculum curtain custody custom customer
cut cycle cyclist damage dance danger dark database date daughter dawn dead deaf dealer dear death debate debt
decade december decent deck declare decline decor dedicate deep defend deficit define degree delay delegate
demand democracy democrat demonstrate deny depart department depend deposit depth deputy describe desert
deserve desire desk despite destroy detail detain detect detective determine develop device diagram diary diet
differ digital dining dinner direct director directorate directory dirt disable disagree disappear disaster
discharge discipline disclose discount discover discrimination disease dish dismiss disorder display dispersal
dispose dispute distance distribute district disturb diverse diversion divide division doctor document dog
domestic donate donor dose doubt dozen draft drain drama drink driver drone drug drunk due dump duplicate dust
duty dwelling dynamic ear earth east eastern economy edge edit education effect effort elderly elect electric
element elevator embassy emerge emergency emotion emphasis employ empty enable encounter enemy energy enforce
enforcement engage engine engineer england enjoy enter enterprise entire entitle entry environment equal
equality equip error escape especial essay establish ethnic europe evaluate evict evidence exact exam example
except exchange excite exclude excuse execute executive exercise exhibit exist exit expand expect expense
expensive expert export expose express extend extension external extra extreme eye face facility fact factor
fail faith fall false fame familiar family fan fare farm fashion fatal father fault favour fear feature
federal federation fee feed feel fellow female festival fever fibre field fight figure file final finance
finger finish firearm firm fish fitness flag flash flat flight floor flow flower fly focus foot footage
footpath force foreign forest forget forgive formal former fort forum forward foundation fountain fox fraction
framework fraud freedom freeze frequent friday friend fridge front fruit fuel fulfil full fun function funeral
furniture future gallery gambling game gang garage garden gas gate general generate generation gentle genuine
ghost giant gift glad glass global goal gold goods govern government governor grade graduate graffiti grand
grandmother grant graph grass grateful grave great green greet grey ground group guarantee guard guardian
guess guest guideline guilty gun gutter gym habit hair hall halfway handle handover happen happy harass
harbour harm harvest hat hate hazard head headline headquarters headteacher heal health heart heat heating
heaven height helmet herself hidden hide hill himself hip hire history hobby holiday holy homeless homework
honest honour hospital hostel hot hotel household housing hub huge human humour hundred hunger hungry hurt
husband hygiene ice idea ideal identify identity ignore ill illegal image imagine immediate immigrant impact
imply import impose impress improve incident income independent index indicate individual indoor industry
inequality influence inform infrastructure initial initiative injure injury inn inner innocent innovation
input inquiry inside inspect inspector inspire instance institute institution instruct instrument insurance
integrate intelligence intend intense interest interim internal international internet interpreter interrupt
interview introduce invest investigate invoice iron island item itself jacket jail job joint journal journey
joy judge judgement juice jump junction junior jury justice key kick kill kilometre kind kitchen knee knock
knowledge label labour lack ladder lady lake land landlord landscape lane language laptop laser law lawn
lawyer lay layer leader leaf league learner lease leaseholder leather lecture left leg legacy legal
legislation leisure lend length lesson level liaison liberal liberty licence license licensing lie lifetime
lift limit linear lip liquid litter liver lobby local locate lock log logo lord lorry lose loss lottery loud
lounge lovely lower loyal luck lunch luxury machete machine magazine magistrate mail mainly maintain
maintenance major majority male man manage management mandate manner manual map march margin mark market
marriage mask mass master match material matter maximum mayor meal mean meaning measure meat mechanism medal
media mediate medical medicine medium member memo memorial memory mental mention mentor menu merchant mere
merge merit message metal method metre metropolitan microphone middle midnight mild mile military milk mill
million minister ministry minor minority minute mirror miss mission mistake mix mobile mode model module
moment monitor monthly mood moon moped moral mosque mostly mother motion motor motorbike mount mountain mouse
mouth movement movie multi municipal murder muscle museum musical mutual myself name narrow nation national
native nature navy necessary neck negative neglect negotiate neighbour neither nerve network neutral nice
nickname nightlife nobody noisy nominate non normal nose notable note nothing notice noticeboard notion novel
nuclear nuisance numerous nurse nursery nut object objective oblige observe observer obtain obvious occasion
occupy occur ocean odd offence offend offender office official oil okay older ongoing onwards open operate
operation opinion opponent opportunity oppose opposite option oral orange order ordinary organ organisation
organise origin outcome outdoor outline output outreach outstanding overall overcome overnight overview owe
owner ownership pace pack package page pain painful paint pair palace pan panel panic paper paragraph parade
parent parish park parliament participate particular partly partner party pass passage passenger passport past
patch path patience patient patrol pattern pause pavement payment peace pedestrian peer pen penalty pension
pensioner pepper per perfect perform period permanent permit person personal personnel persuade pet petition
phase phone photo phrase physical piano picture piece pilot pipe pitch pizza plain plan planet plant plastic
plate platform playtime player pleasant please pleasure plenty plot plus pocket poem point poison pole
policeman policewoman policing policy polite political politics poll pool poor pop popular population port
portable portion position positive possess possible post postal poster pot potential pound pour poverty powder
power practical practice praise pray prayer predict prefer pregnant presence present preserve president press
pressure pretend pretty prevent previous pride primary prime principal principle print priority prison
prisoner privacy private prize proactive probable probe problem procedure proceed process produce product
profession professional professor profile profit programme progress project prompt proof proper property
proportion propose proposal prosecute prospect protest proud prove province provision pub public publish pull
punish pupil purchase pure purpose pursue qualify quality quantity quarter quarterly query queue quiet quit
quite quote race racial racism radio rail rain ramp random range rank rape rapid rare rat rate rather ratio
raw reaction reader reality realise reason reassure recall receipt receive recent reception recognise
recommend record recover recreation recruit recycle red redevelop redesign refer referee reference reflect
reform refuge refugee refund regard regenerate regeneration region register regret regular regulate rehearsal
reject relate relationship relative relax release relevant relief religion religious rely remain remark remedy
remember remote rent repeat ply quest represent representative republic reputation require rescue reserve
residential resist resolve resource respect responsible rest restaurant restore restrict result resume retail
retain retire return reunion reveal revenue reverse review revise revolution rich ride rider rise risk rival
river road rob robbery robot role roll roof room root rope rota rough round route routine row royal rubber
rugby ruin rule run rural rush sack sacred sacrifice safeguard safeguarding sail salad salary sale salt sample
sanction sand sanitation satisfy saving scale scan scandal scare scene schedule scheme scholar science scooter
scope score scout screen scrutiny sea search season seat second secondary secret secretary section sector
secure security seed segment seize select self sell seminar senate sentence separate sequence sergeant series
serious serve server service session settlement several severe sewage sewer sex sexual shade shadow shake
shall shame shape sharp shed sheet shelf shell shelter shift shine ship shirt shock shoe shoot shooting shop
shopkeeper shore shoplift shortage shot shoulder shout shower shut sibling side sight sign signal signature
significant silence silent silver similar simple since sing single sister site situation sixth skate skill
skin sky sleep sleeper slight slip slope slot slow smart smash smell smile smooth snack snow social society
soft software soil soldier solicitor solid solution solve somebody song sorry sound source south southern
space spare spark spatial speaker special specialist species specific speech speed spend spirit spit split
spoil spokesman spokesperson sponsor sport spot spray spread spring squad square stab stabbing stabilise
stable stadium stage stake stakeholder stamp stand standard star state statement static station statistic
status statute steal steel stewards stick sticker stigma stock stolen stomach stone storage store storey storm
story straight strange stranger strategic strategy stream strength stress stretch strict strike string strip
stroke structure struggle student studio stuff style sub subject submit subsidy substance succeed success
sudden suffer sufficient sugar suggest suicide suit suitable sum summary summer summit sun super
superintendent supervise supplement supplier supply suppose suppression supreme surely surface surgery
surprise surround surveillance survive survivor suspect suspend suspicion sustain sweet swim swimming swing
switch symbol symptom system tablet tackle tactic talent tank tape target task taste tax taxi taxpayer tea
teacher team tear tech technical technique technology teen teenager telephone television temporary tenancy
tenant tend tennis tension tent term terrace terrible territory terror terrorism test testify text textile
thank theatre theft theme theory therapy thick thief thing third thorough thousand threat throw ticket tidal
tie tight timber timetable tin tiny tip tissue title tobacco toilet tolerance tolerate tone tongue tool tooth
topic total touch tourism tourist tower towpath town toxic toy trace trade trader trading tradition traffic
tragedy trail trailer transfer transform transit translate translator transparent transport trap trash trauma
travel treasurer treat treaty tree trend triage trial tribe tribunal trick trip troop trouble truck truly tube
tunnel tutor twice twin type typical ugly ultimate unable uncle underground understand undertake unemployment
unfair unhappy uniform union unique unit unite united unity universal university unknown unlawful unless
unlicensed unlikely unsafe unusual update upgrade upper upset upstairs urban urge urgent usage useful usual
vacancy vaccine valid valley value van vape vapes vandal variety various vary vast vegetable vehicle venue
verdict verify version versus veteran vibrant vice victim victory video village violate violence violent
virtual virtue virus visible vision visitor visual vital vocal voice void volume voluntary vulnerable wage
wake wall wallet war warden warehouse warrant waste water wave weak wealth weapon wear weather web webinar
website wedding weed weekend weekly weight weird welfare west western westward wheel wheelchair whenever whip
whisper widespread widow wife wild wildlife window wine wing winner winter wipe wire wisdom wise witness
wonder wood wooden workforce workplace workshop world worry worship worth wound wrap yard yellow youngster
zone zebra zero drop-in half-term e-mail website email inbox online offline app apps wifi pdf faq meter dial
tap click scroll login adhoc ad hoc lead leads due deadline owner status comments comment notes note ref
reference no yes number numbers id item items total totals rag amber attendees apologies actions action
minutes matters arising welcome introductions aob chair vice-chair cc bcc re fwd attn dear sincerely regards
councillors councillor pcso pcsos snt cctv kit kits hoop hoops cone cones litter picker pickers dog-walkers
dog-walker toolkit toolkits carol carols fete fetes raffle picnic picnics barbecue disco cinema zumba yoga
pilates karate judo boxing football netball cricket chess bingo knitting gardening sewing anticlockwise
stairwells walkways walkway doorway doorways entryphone intercom intercoms fob fobs keypad keypads skip skips
fly-tipping flytipping lighting caretaker caretakers concierge scaffold scaffolding asbestos damp mould boiler
boilers radiator radiators leak leaks drains cannabis cocaine heroin nitrous oxide canister canisters needle
needles syringe knives swords machetes acid corrosive weapons amnesty arches wand wands one two three four
five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
twenty thirty forty fifty sixty seventy eighty ninety hundred wrote spoke gave took went saw knew grew flew
drew threw blew broke woke chose froze rose stole wore tore swore drove rode ate drank sang rang sank swam
began ran shook forgot forgave mistook undertook bought brought caught fought taught thought sought kept slept
wept swept left felt dealt meant lent sent spent built lost held led fed met read said paid laid told sold
stood understood won hung dug stuck struck put set cut hit let shut hurt cost cast bet quit written spoken
given taken gone seen known grown shown thrown broken chosen stolen worn torn driven ridden eaten drunk begun
run shaken payback postcode postcodes circulate gradually live lives jubilee platinum queen handmade handout
handouts feedback outlook roundabout roundabouts underpass overpass crossroads lamppost lampposts streetlight
streetlights surveyor bus buses trains taxi taxis minicab minicabs e-scooter e-scooters e-bike e-bikes mopeds
motorcycle motorcycles lorries vans coaches
`

const ALL = new Set([...COMMON_WORDS, ...MORE.split(/\s+/).filter(Boolean)])
/** What makes an everyday word of another one, and endings that names of people do not have. */
const ENDINGS: [RegExp, string][] = [
  [/ies$/u, 'y'],
  [/ied$/u, 'y'],
  [/ier$/u, 'y'],
  [/(?:es|ed|er|ers|est|ing|ings|en|al|ally|ive|able)$/u, ''],
  [/(?:es|ed|er|ers|est|ing|ings|ation|ations|ion|ions|ive|able|ity)$/u, 'e'],
  [/(.)\1(?:ed|er|ers|ing)$/u, '$1'],
  [/(?:s|d|r|ly|y|ful|less|ness|ment|ments|ship|wise|ward|wide)$/u, ''],
]
const NO_NAME =
  /(?:tion|tions|ment|ments|ness|ity|ities|ism|ists?|ships?|ology|ically|ability|ibility|ful|less|wards?|ously)$/u

/** An everyday word, in small letters, also with an ending. */
export const isEveryday = (word: string): boolean => {
  const known = kept.get(word)
  if (known !== undefined) return known
  const is =
    word.split(/[-']/u).every((part) => part.length < 2 || isWord(part)) ||
    isWord(word.replace(/'s?$/u, ''))
  if (kept.size < 20_000) kept.set(word, is)
  return is
}
const kept = new Map<string, boolean>()

const isWord = (word: string): boolean =>
  ALL.has(word) ||
  word.length > 40 ||
  (word.length >= 7 && NO_NAME.test(word)) ||
  ENDINGS.some(
    ([ending, instead]) => ending.test(word) && ALL.has(word.replace(ending, instead)),
  ) ||
  (/^(?:un|re|non|mis|over|under|out|up|in|anti|inter|pre|sub|co)/u.test(word) &&
    ALL.has(word.replace(/^(?:under|over|inter|anti|un|re|non|mis|out|up|in|pre|sub|co)/u, '')))

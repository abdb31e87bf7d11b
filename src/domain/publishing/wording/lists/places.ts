const set = (words: string): Set<string> => new Set(words.split(/\s+/).filter(Boolean))

/**
 * Words with a capital that are places, peoples, languages, faiths, feasts, months and firms known
 * to everyone.
 */
export const KNOWN_CAPITALS = set(`
january february march april may june july august september october november december jan feb mar apr jun jul
aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs
fri sat sun i london westminster britain british england english wales welsh scotland scottish ireland irish
europe european uk africa african asia asian america american paddington marylebone lisson edgware kilburn
maida vale venice brent camden harlesden hackney islington lambeth southwark lewisham greenwich newham barnet
ealing hammersmith fulham kensington chelsea brixton tottenham haringey enfield croydon bromley sutton merton
kingston richmond hounslow hillingdon harrow redbridge havering barking dagenham bexley waltham tower hamlets
soho mayfair pimlico belgravia bayswater fitzrovia holborn bloomsbury euston queensway notting acton willesden
wembley hampstead highgate archway stratford hyde regent regents baker victoria covent leicester trafalgar
piccadilly oxford thames heathrow gatwick luton birmingham manchester liverpool leeds bristol sheffield
nottingham cardiff edinburgh glasgow belfast dublin paris cambridge kent essex surrey sussex middlesex
hertfordshire somali somalia bengali bangladesh bangladeshi india indian pakistan pakistani kurdish kurdistan
iraq iraqi iran iranian syria syrian afghan afghanistan arab arabic arabs farsi persian turkish turkey cypriot
greek greece albanian albania kosovan romanian romania polish poland portuguese portugal brazil brazilian
spanish spain latin italian italy french france german germany ukrainian ukraine russian russia chinese china
cantonese mandarin vietnamese filipino nigerian nigeria ghanaian ghana eritrean eritrea ethiopian ethiopia
tigrinya amharic sudanese sudan egyptian egypt moroccan morocco algerian jamaican jamaica caribbean yoruba
igbo hausa swahili urdu punjabi gujarati hindi tamil nepali sylheti pashto dari roma gypsy traveller muslim
muslims islam islamic christian christians jewish jews judaism hindu hindus sikh sikhs buddhist catholic
anglican methodist baptist orthodox quran bible ramadan eid diwali christmas easter hanukkah vaisakhi nowruz
ashura pentecost lent halloween windrush crimestoppers samaritans childline nspcc mencap mind barnardo
barnardos shelter citizens whatsapp facebook instagram twitter tiktok youtube snapchat google microsoft zoom
teams tesco sainsbury sainsburys lidl aldi amazon uber oyster santander barclays lloyds met mps wcc tfl nhs
covid coronavirus stormzy olympics commons lords whitehall parliament brexit mr mrs ms miss dr st saint sir
lady peabody genesis clarion l&q optivo sgt pc insp pcso pcsos supt mungo cctv gov org www http https
`)

/** What a phrase with capitals is when one of these stands in it: an organisation or a place. */
export const HEADS = set(`
street road avenue lane close court estate place gardens garden terrace way house mews square crescent grove
drive walk row hill park mansions buildings building tower towers point wharf rise view green gate passage
path bridge market canal common fields field bank circus parade yard arches council trust centre center school
schools academy college university church chapel mosque synagogue temple gurdwara cathedral library hospital
surgery clinic practice hotel hostel museum gallery theatre cinema arena stadium pool gym ground pitch
playground nursery station stations depot airport bus line association society forum panel partnership service
services group network committee board office department directorate unit command borough boroughs ward wards
district police constabulary force brigade team teams agency authority commission commissioner ministry
parliament government court courts tribunal federation union alliance coalition foundation fund charity club
project programme scheme campaign initiative consortium company limited ltd plc cic housing homes studios
studio baths lido hub act bill code charter convention report review inquiry plan strategy policy survey
census week month day festival cup league championship trophy award awards press times standard news gazette
mail radio
`)

import { ONE_TO_TWENTY } from '../../../number-words.ts'

const TENS = 'thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** Numbers in words, as far as people write them out. */
export const NUMBER_WORDS = new Set([...ONE_TO_TWENTY, ...TENS, 'hundred', 'dozen', 'dozens'])

const set = (words: string): Set<string> => new Set(words.split(/\s+/).filter(Boolean))

/** Words for people, when there are several. */
export const PEOPLE = set(`
residents people persons men women boys girls mothers mums fathers dads parents children kids young youths
youngsters teenagers teens families households participants members volunteers males females pairs pairings
officers students pupils neighbours victims attendees adults elders pensioners tenants leaseholders homeowners
carers grandmothers grandfathers grandparents aunties uncles sons daughters brothers sisters husbands wives
babies toddlers refugees migrants respondents callers visitors worshippers guests suspects offenders survivors
witnesses drivers cyclists staff teachers workers mentors mentees players guardians individuals users learners
apprentices ladies lads gentlemen couples traders shopkeepers patients seekers orphans widows stewards somalis
bengalis bangladeshis kurds arabs muslims christians jews hindus sikhs africans asians travellers roma
`)
/** Words for one person, or for one family. */
export const ONE_PERSON = set(`
resident person man woman boy girl mother mum father dad parent child kid youth youngster teenager teen family
household participant member volunteer student pupil neighbour victim attendee adult pensioner tenant
leaseholder homeowner carer grandmother grandfather grandparent auntie uncle son daughter brother sister
husband wife baby toddler refugee migrant respondent caller visitor worshipper guest suspect offender survivor
witness driver cyclist teacher mentor mentee player guardian individual user learner apprentice lady lad
gentleman couple trader shopkeeper patient widow widower orphan gran granny grandad male female somali bengali
bangladeshi kurd muslim christian jew
`)
/** What stands between a number and the people it counts can be almost anything, but none of these. */
export const NOT_COUNTED = set(`
to in on at for and or by with from that which when after before until since than then as is are was were will
would could can times time days day weeks week months month years year hours hour minutes minute pm am hrs
metres miles percent per pounds january february march april may june july august september october november
december monday tuesday wednesday thursday friday saturday sunday lamps lights bins cars gates doors stops
calls leaflets posters patrols visits meetings reports concerns actions questions workshops
`)
/** What says that a bare number counts people: “3 were under 18”, “12 took part”. */
export const SAID_OF_PEOPLE = set(`
attended answered replied responded joined completed volunteered came said told felt asked enrolled registered
graduated
`)

import { INJURED, PERSON } from './lists/persons.ts'

const few = (most: number): string => String.raw`(?:[\p{L}'-]{1,20} ){0,${most}}`
const REST = String.raw`[^.!?,;\n]{0,40}`
const ONE = `${PERSON}|carer|worker|volunteer|schoolkid|sibling|grandson|granddaughter|mourner|survivor|victim|dealer|addict|rough sleeper|cyclist|amputee`
const SIBLINGS = 'sisters|brothers|twins|siblings|couple|newlyweds'
const DONE = `${INJURED}|released|jailed|taken|found|seen|filmed|knifed|cautioned|detained|handcuffed|hit|run over|deported|sacked|missing|named|remanded|sentenced|bailed|spat at|sectioned|rescued`
const YEAR = String.raw`year (?:\d{1,2}|seven|eight|nine|ten|eleven|twelve|thirteen)`
/** “A parent who is worried can call 101” is said of anyone. */
const ANYONE_CAN = String.raw`(?! [^.!?\n]{0,60}\b(?:can|may|should|must|needs to|has to|could)\b)`
/** Nor what every one of them may have or want. */
const NO_ONE =
  '(?! (?:wants|wishes)| an? (?:bus |travel |library |young )?(?:pass|card|ticket|question|concern|complaint))'
const HURT = `(?:was|were|is|got|has been|had been) (?:${INJURED}|ill|sick|sacked|jailed)`

/** What is said of one person, in any words: “the boy whose arm was broken”, “a woman in a wheelchair”. */
export const ONE_OF_THEM = [
  // the one rule: the boy who, that, whose, with, in a …
  `(?:the|one|this|that|another) ${few(3)}(?:${ONE}|${SIBLINGS}) (?:who|that|whose|with|living|called|named|wearing|using|(?:in|on) (?:a|an|the)(?! street))${NO_ONE} ${REST}`,
  `an? ${few(3)}(?:${ONE})${ANYONE_CAN} (?:who|that|whose|with|living|called|named|wearing|using|(?:in|on) (?:a|an|the)(?! street))${NO_ONE} ${REST}`,
  `(?:the|a|an|one|this|that|another) ${few(3)}(?:${ONE}|${SIBLINGS}) (?:${DONE}) (?:by|on|in|at|last|this|outside|near|after|with|from|during|yesterday|twice|there|over) ?${REST}`,
  `(?:the|those|these|two|three) ${few(1)}(?:${SIBLINGS}) (?:above|below|at|in|on|from|next|opposite|who|upstairs|downstairs) ?${REST}`,
  `whose (?:arm|leg|hand|face|head|jaw|nose|house|flat|home|door|car|bike|van|room|shop|dog|phone|child|children|baby|mother|family) (?:was|were|is|are|got|had|has|burnt|burned|flooded|died) ?${REST}`,
  `(?:resident|tenant|neighbour|someone|somebody|person|pupil|student|member|leaseholder)(?: (?:of|in|at|from) ${few(4)})? ?(?:who (?:has|had|is|was|lost|uses|cares|sells)(?! (?:there|here|present)(?![\\p{L}]))|whose|with (?:cancer|autism|dementia|epilepsy|asthma|diabetes|cerebral)) ${REST}`,
  // the Year 9 girl; the school's only Year 11 carer
  `(?:the|a|an|one|our|only|'s) ${few(2)}${YEAR} (?:${ONE}|prefect|captain|lad)(?![\\p{L}])`,
  `only ${YEAR} [\\p{L}]{2,20}`,
  // the imam of the mosque; the winner of the tournament
  `the (?:imam|caretaker|priest|vicar|rabbi|pastor|concierge|goalkeeper|captain|striker|treasurer|porter|warden|lunchtime supervisor|dinner lady|lollipop (?:lady|man)) (?:of|at|in|from|on) (?:the |our )?${few(2)}[\\p{L}'-]{2,20}`,
  `the (?:winner|scorer|runner-up|organiser|leader) of (?:the|our|that|last|this) (?:tournament|match|race|game|cup|contest|competition|league|raffle|protest|gang|march)`,
  `the (?:chair|secretary|treasurer|head|leader|manager|coach|owner|captain|chairman|chairwoman) of ${REST}? ${HURT}`,
  `the lollipop (?:lady|man)|the dinner lady`,
  `the (?:youngest|oldest|eldest|tallest|smallest|shortest|last|first) ${few(1)}(?:player|resident|member|trader|participant|volunteer|goalkeeper|one|${ONE})(?![\\p{L}'])(?= (?:was|is|who|to be|to|has|had|in|on|of|there|told|said|cried|lives|came))(?: to be ${REST})?`,
].map((each) => new RegExp(String.raw`(?<![\p{L}\p{N}])${each.trimEnd()}`, 'gu'))

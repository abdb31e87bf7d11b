import { NUMBER_WORDS, ONE_PERSON, PEOPLE } from './lists/counts.ts'
import { ETHNIC } from './lists/persons.ts'
import { stretches, type Reading, type Stretch } from './folding/reading.ts'

/** Counts of people that do not stand before a word for them: “Girls 4”, “turnout was 6”, “half came”. */
export const countedOtherwise = ({ low }: Reading): Stretch[] =>
  PATTERNS.flatMap((pattern) => stretches(low, pattern))

const IN_WORDS = [...NUMBER_WORDS].filter((each) => each !== 'one' && each !== 'dozens').join('|')
const NUMBER = String.raw`(?:\d{1,3}(?![\d.:,%]\d|[%\p{L}])|${IN_WORDS})`
const MANY = [...PEOPLE].join('|')
const SHORT = 'ppl|pple|peeps|yp|yps|cyp'
const DID =
  'came|joined|left|attended|spoke|stayed|answered|replied|said|told|asked|cried|signed|turned up|took part|dropped out|volunteered|enrolled|arrived|completed|felt|agreed|refused|declined|wanted|registered|graduated|participated'
const SUFFERED =
  'stopped|searched|arrested|charged|hurt|injured|stabbed|evicted|excluded|attacked|robbed|moved'
const END = String.raw`(?= ?(?:[.!?;,)\n]|$| and | of us| in all| or so))`
const ROMAN = '(?:ii|iii|iv|vi|vii|viii|ix|xi|xii|xiii|xiv|xv|xvi|xx)'

const PATTERNS = [
  // “Girls 4, boys 9”, “mothers, 5”, “mothers x5”
  String.raw`(?:${MANY})(?:,? |: ?|, ?)\d{1,3}(?=\s{0,2}(?:[.,;)\n]|$)(?! ?\d))`,
  String.raw`(?:${MANY}),? ?x ?\d{1,3}`,
  String.raw`[fm] ?[:=]? ?\d{1,3} ?[,/;&+]? ?(?:and )?[fm] ?[:=]? ?\d{1,3}`,
  String.raw`\d{1,3} ?[fm],? ?[/&+]? ?(?:and )?\d{1,3} ?[fm]`,
  // “5girls”, “5 ppl”
  String.raw`\d{1,3}(?:${MANY}|${SHORT})`,
  String.raw`(?:\d{1,3}|${IN_WORDS}) (?:${SHORT})`,
  String.raw`(?<!(?:phase|part|stage|war|grade|type|class) )${ROMAN} (?:${MANY})`,
  // “7 Somali came”
  String.raw`${NUMBER} (?:${ETHNIC}) (?:${DID}|were|are)`,
  String.raw`(?:some|several|few|many|others|most|all) \(\d{1,3}\)?`,
  String.raw`${NUMBER}, all (?:of them )?(?:${MANY})`,
  String.raw`there (?:were|are) (?:only |just |about |around |nearly )?(?:${NUMBER})${END}`,
  String.raw`we (?:were|are) (?:only |just |about |around )?(?:${NUMBER})(?! (?:\p{L}{1,12} )?(?:days|weeks|months|minutes|hours|organisations|streets|miles|steps))`,
  String.raw`attended by (?:only |just |about |around |over )?${NUMBER}${END}`,
  String.raw`${NUMBER} (?:who|whom) (?:${DID}|were|are|had|have|live)`,
  String.raw`${NUMBER} (?:more|others|other|extra|further|new) (?:${DID}|were (?:${SUFFERED}))`,
  String.raw`${NUMBER} (?:${DID}|were (?:${SUFFERED}))`,
  String.raw`groups? of (?:about |around )?${NUMBER}(?= ?(?:[.!?;,)\n]|$)| (?:came|were|was|and|in|at|on|to|with|each|left|met|from|or)\b)`,
  String.raw`(?:a single|just one|only one|not one|the one|a lone) (?:${[...ONE_PERSON].filter((each) => each !== 'person').join('|')})`,
  String.raw`(?:a|the|small) (?:handful|couple|few|dozen) (?:${DID}|were (?:${SUFFERED}))`,
  String.raw`(?:a|one|two)[ -](?:thirds?|quarters?|half|fifths?|tenths?|sixths?) (?:${DID}|were (?:${SUFFERED}))`,
  String.raw`half (?:${DID}|were (?:${SUFFERED}))`,
  String.raw`half (?:of )?the (?:group|class|room|team|boys|girls|${MANY}|audience|crowd|families)`,
  String.raw`all but (?:${NUMBER}|one|a few) (?:of (?:them|us)|${DID}|were|${MANY})`,
  String.raw`(?:turnout|turn-out|attendance|head ?count|attendees|number (?:present|attending)|present|in attendance)(?: (?:was|of|were|is|stood at|reached)|:| -|=)? ?(?:only |just |about )?${NUMBER}(?! ?(?:%|per))`,
  String.raw`(?:${NUMBER}|one) (?:more )?(?:signatures|signature|arrests|arrest|stabbings|stabbing|shootings|shooting|murders|murder|deaths|rapes|sign-ups|evictions|exclusions|referrals|injuries|convictions|cautions)`,
].map((each) => new RegExp(String.raw`(?<![\p{L}\p{N}.,:£$€/-])(?:${each})(?![\p{L}\p{N}])`, 'gu'))

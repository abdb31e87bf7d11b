/** What the record puts under a slot of an agenda by itself. */
export const HOLDINGS = [
  'minutes',
  'priorities',
  'priorities-today',
  'carried',
  'no-difference',
  'concerns',
  'questions',
  'topics',
  'organisations',
  'next',
] as const
export type Holding = (typeof HOLDINGS)[number]

export const SAY_HOLDING: Record<Holding, string> = {
  minutes: 'Minutes to agree',
  priorities: 'What came first last time',
  'priorities-today': 'Priorities that the table agrees today',
  carried: 'Actions from before',
  'no-difference': 'What residents say is not solved',
  concerns: 'Concerns that are new or were not reached',
  questions: 'Questions promised an answer',
  topics: 'What people ask to talk about',
  organisations: 'Each organisation, for the same time',
  next: 'The date of the next round table',
}

/**
 * Where it goes when its own slot was removed, the best first: by what else stands there. After
 * these, any other business. What nobody waits for goes nowhere.
 */
export const FITS: Record<Holding, readonly Holding[] | null> = {
  minutes: ['carried'],
  priorities: ['carried', 'concerns'],
  'priorities-today': null,
  carried: ['minutes', 'questions', 'priorities'],
  'no-difference': ['priorities', 'carried'],
  concerns: ['priorities'],
  questions: ['carried'],
  topics: [],
  organisations: null,
  next: null,
}

/**
 * The sure words first: “police on last priorities” has them, and so has “agreeing priorities”, for
 * today's; “priorities” alone only may mean last time's.
 */
const SURE: [Holding, RegExp][] = [
  ['minutes', /\bminutes\b/i],
  ['carried', /\bactions?\b|matters arising/i],
  [
    'priorities',
    /(last|previous|current|past|old|earlier|existing|on|against) priorit|came first/i,
  ],
  [
    'priorities-today',
    /\b(agree(ing)?|set(ting)?|choos(e|ing)|new|today[’']?s) (\w{1,20} ){0,2}priorit|priorit\w{0,20} (for )?(today|now)\b/i,
  ],
  ['no-difference', /no difference|not solved|still a problem/i],
  ['concerns', /\bconcerns\b|community issues|issues raised/i],
  ['questions', /\bquestions\b/i],
  ['topics', /\btopics\b|ask to talk about/i],
  ['organisations', /each organisation|all organisations/i],
  ['next', /\bnext (date|meeting|round table)|date of (the )?next/i],
]
const UNSURE: [Holding, RegExp][] = [['priorities', /\bpriorit/i]]
export const OTHER_BUSINESS = /\bany other\b|\baob\b|other business/i
const RESIDENTS = /residents? (speak|first)|public forum/i

/** The key of the slot that has one of its own without holding anything of the record. */
export const plainKeyOf = (title: string): 'residents' | 'other' | null =>
  OTHER_BUSINESS.test(title) ? 'other' : RESIDENTS.test(title) ? 'residents' : null

/**
 * What each title is for, by its words. A thing stands under one title only: the first that says it
 * plainly, else the first that may mean it.
 * @param taken what stands somewhere already.
 */
export const holdingsIn = (titles: string[], taken: readonly Holding[]): Holding[][] => {
  const found: Holding[][] = titles.map(() => [])
  const used = new Set(taken)
  for (const words of [SURE, UNSURE])
    titles.forEach((title, i) => {
      for (const [holding, says] of words) {
        if (used.has(holding) || !says.test(title)) continue
        used.add(holding)
        found[i]!.push(holding)
      }
    })
  return found
}

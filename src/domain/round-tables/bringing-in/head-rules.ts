import type { Fit } from './heads.ts'

const any = (words: string): string => `(?:${words})`
const whole = (words: string): RegExp => new RegExp(`^(?=.{0,80}$)(?:${words})$`, 'u')
const holds = (words: string): RegExp => new RegExp(`(?:^|\\s)(?:${words})(?=\\s|$)`, 'u')
const NUMBERS = 'no|nos|nr|num|number|ref|refs|reference|id|uid|serial|row|line|code'
const STARTED =
  'raised|reported|logged|identified|opened|open|created|added|requested|agreed|set|assigned|allocated|minuted|meeting|start|started|issued|received|entered|recorded|updated?|review|reviewed|modified|minutes|panel|entry|first|original|origin'
const ENDED =
  'answered|replied|closed|closure|closing|completed|done|finished|resolved|actioned|discharged|actual|delivered|signed off'
const AIMED =
  'due|target|targeted|expected|est|estimated|planned|proposed|anticipated|forecast|required|deadline|aim|to be'
const WHO =
  'owners?|leads?|lead|responsible|responsibility|accountable|whom|assignees?|actionees?|holder|owned|led'
const BODY =
  'officers?|agency|agencies|organi[sz]ations?|persons?|person|team|partner|partners|body|contact|name|member|department|dept|service'
const ACTIONS =
  'actions?|tasks?|activity|activities|recommendations?|deliverables?|mitigations?|intervention|interventions|commitments?|promises?'

/** The first rule that fits a name says what it may be, the best first. */
export const RULES: readonly (readonly [RegExp, readonly Fit[]])[] = [
  // Who and when it was raised is never who leads or by when.
  [
    whole(
      '(?:who|whom|by whom) (?:it was |was it )?(?:raised|reported|logged|requested|said)(?: it| this| by)?|(?:issue |concern |action )?(?:raised|reported|logged|requested|set|minuted|created|added|opened|identified|submitted|entered|recorded|agreed|updated|reviewed|approved) by|raiser|originator|source|how it reached us|initiated by|set by',
    ),
    [['other', 6]],
  ],
  [whole('last heard(?: on| of)?|last heard of on|heard on'), [['on', 8]]],
  [whole('closed by the round table|closed by round table|agreed closed'), [['closed', 9]]],
  [
    whole(
      `(?:${any(AIMED)} )*(?:date )?(?:to be |for )?(?:completed?|completion|done|finish|finished|close|delivered?|delivery)(?: date)?(?: due)? (?:by|target|due)(?: when| date)?|by when|when|due|whens? it due|when due|due (?:by|on|date|when)|date due|deadlines?|deadline date|targets?|target dates?|targets? for completion|date by|by date|by what date|by when.*|when by|(?:needed|required|wanted|expected|complete|finish|promised) by|time ?scales?|time ?frames?|time ?lines?|time ?limit|timing|eta|end date|finish date|milestone(?: date)?|date for (?:completion|action)|date to be completed|when will (?:it|this|we) .*|target completion|completion target|completion due|action by (?:date|when)|time to complete`,
    ),
    [['by', 8]],
  ],
  [
    whole('by'),
    [
      ['by', 7],
      ['who', 6],
    ],
  ],
  [
    new RegExp(
      `^(?=.*(?:^|\\s)(?:${AIMED})(?=\\s|$))(?=.*(?:^|\\s)(?:date|dates|completion|finish|end|month|day)(?=\\s|$))`,
      'u',
    ),
    [['by', 8]],
  ],
  [whole('actual (?:completion|finish|end|delivery|closure)'), [['on', 7]]],
  [
    whole(
      '(?:date of |estimated )?completion(?: date)?|date of completion|date complete|complete date|delivery date|date for',
    ),
    [
      ['by', 4],
      ['on', 3],
    ],
  ],
  [
    new RegExp(
      `^(?=.*(?:^|\\s)(?:${ENDED})(?=\\s|$))(?=.*(?:^|\\s)(?:date|dates|on|when|day)(?=\\s|$))`,
      'u',
    ),
    [['on', 6]],
  ],
  [
    new RegExp(
      `^(?=.*(?:^|\\s)(?:${STARTED})(?=\\s|$))(?=.*(?:^|\\s)(?:date|dates|on|when|day|month)(?=\\s|$))`,
      'u',
    ),
    [['other', 6]],
  ],
  [
    whole(
      'last (?:updated?|reviewed|modified|changed)|updated on|meetings?|date of meeting|raised|reported|logged|opened|created',
    ),
    [['other', 5]],
  ],
  // Numbers are never words.
  [
    new RegExp(
      `^(?!.*yes no)(?:(?:.*\\s)?(?:${NUMBERS})|(?:${NUMBERS})\\s(?:no|number|id|of .{1,20}))$`,
      'u',
    ),
    [['number', 8]],
  ],
  [
    whole('items?|agenda items?|points?'),
    [
      ['text', 4],
      ['concern', 2],
    ],
  ],
  // How it goes.
  [
    whole(
      `(?:b?rag|status|state)(?: updates?| comments?| notes?)|updates? (?:on|to|since|from|at|after|for) .*|(?:.* )?(?:updates?|comments?|commentary|notes?|remarks|narrative)(?: .{0,30})?|(?:latest|current|last) (?:position|news|state of play|progress)|what (?:was|has been|is) said(?: last| of it| about it)?|said|progress (?:so far|to date|since .*|made|report|and .*)|what (?:has )?happened.*|progress and .*|where we are`,
    ),
    [
      ['said', 8],
      ['status', 2],
    ],
  ],
  [
    whole(
      'status|b?rag|(?:b?rag|action|current|progress|delivery|completion|overall|task|latest) (?:status|rating|rag)|b?rag (?:status|rating)|status b?rag|state|stands|where it stands|where it has got to|how it stands|open closed|open or closed|(?:action |task |is (?:it|this|the action) )?(?:completed?|done|finished|closed)(?: yes no| y n)?|position|stage|traffic light|progress status|status open closed',
    ),
    [['status', 8]],
  ],
  [
    holds('b?rag|status'),
    [
      ['status', 5],
      ['said', 2],
    ],
  ],
  [
    whole('progress'),
    [
      ['said', 5],
      ['status', 4],
    ],
  ],
  [
    whole(
      'outcomes?|results?|outputs?|impacts?|evidence|achievements?|what changed|what difference.*|feedback|outcome .*',
    ),
    [['said', 5]],
  ],
  // Who.
  [whole('seats?|posts?|which seat'), [['seat', 8]]],
  [
    whole(
      'who helps|helpers?|helped by|support(?:ed|ing)?(?: by| from| officers?| agency| agencies| partners?| organi[sz]ations?| lead| leads)?|(?:other )?partners?(?: involved| agencies| organi[sz]ations?)?|with(?: whom)?|others(?: involved)?|in partnership with|working with|secondary (?:owner|lead)|co leads?|deputy',
    ),
    [
      ['helpers', 6],
      ['who', 4],
    ],
  ],
  [
    whole(
      `who|who leads?(?: on it| this| it)?|whos? (?:doing|leading|responsible|lead|will).*|who (?:is|will|does|by|to|for|owns).*|by whom|(?:assigned|allocated|delegated|given|tasked) to|assigned|(?:for )?action(?:ed)? by|(?:actions? )?(?:${WHO})|(?:${WHO})(?: (?:${BODY}))*|action (?:${WHO}|${BODY}|for|to|with)|action by who|(?:lead|named|responsible|main|key|council|police|delivery|primary) (?:${BODY}|${WHO})(?: (?:${BODY}|${WHO}))*|officers?|agency|agencies|organi[sz]ations?|persons? (?:responsible|leading|accountable|assigned|actioning)|responsibility of|for whom|initials|led by|owned by|lead by|partner agency|team|department|body|assigned (?:officer|person|agency|owner)`,
    ),
    [['who', 8]],
  ],
  [whole('persons?|people|who does it|asked (?:of|to)|(?:put|question) to'), [['who', 5]]],
  [whole('names?|names? of (?:owner|lead|officer)|contacts?'), [['who', 3]]],
  [new RegExp(`^(?:\\S+ ){0,3}(?:${WHO})(?: \\S+){0,3}$`, 'u'), [['who', 6]]],
  // What was asked and answered; what was said, and what is done about it.
  [
    whole('questions?(?: asked| raised| text)?'),
    [
      ['text', 7.5],
      ['concern', 4],
    ],
  ],
  [
    whole('(?:our |the |mps |police |council )?(?:responses?|answers?|repl(?:y|ies))(?: given)?'),
    [
      ['text', 7],
      ['said', 5],
    ],
  ],
  [
    whole(
      '(?:what )?(?:you|residents?|people|they|the community|communities|the public|mothers|parents|young people)(?: have)? (?:said|told us|asked(?: for| us)?|raised|want|wanted)|what you (?:said|told us)|(?:residents?|community|public|local|ward)? ?concerns?(?: raised| reported| of residents)?|issues?(?: raised| reported| identified)?|problems?(?: raised| identified)?|complaints?|you asked|the ask|the issue|the problem|the concern|ward priority|what is the (?:problem|issue|concern)|what was raised|risks?|your concern|feedback received|what we heard|we heard',
    ),
    [
      ['concern', 7],
      ['text', 1],
    ],
  ],
  [
    whole(
      `(?:agreed |new )?${any(ACTIONS)}(?: (?:agreed|required|needed|points?|items?|proposed|description|details?|taken|planned|set|title|name|summary|to be taken|to take|for next meeting|being taken|arising|plan|from .*|text))?|${any(ACTIONS)} ${any(ACTIONS)}|agreed actions?|what|what (?:will|we|is|are|needs|do|did|must|should|the) .*|what was (?:agreed|done|promised)|we (?:did|will|are doing|have|delivered|made|changed|fixed|are|said|do|can|agreed).*|(?:were|weve|well) (?:doing|done|going|working|do|made|planning|making|changed|fixed|delivered|started).*|what to do|to do|todo|next steps?|words|things? to do|job|work`,
    ),
    [['text', 8]],
  ],
  [
    whole(
      'descriptions?|details?|summary|full description|agreed|decision|decisions|resolution|wording|title|subject|objectives?|aims?|goals?|measures?|steps?|outcome required',
    ),
    [['text', 5]],
  ],
  [new RegExp(`^(?:\\S+ ){0,2}(?:${ACTIONS})(?: \\S+){0,2}$`, 'u'), [['text', 6]]],
  [whole('kinds?|types?|type of .*|action type|kind of .*'), [['kind', 6]]],
  [whole('dates?|day|month'), [['by', 3]]],
  [
    whole(
      'category|categories|priorit(?:y|ies)|wards?|areas?|locations?|places?|venues?|streets?|estates?|themes?|topics?|sections?|level|severity|likelihood|score|impact score|risk (?:score|level|rating)|outcome measure|quarter|year|attachments?|links?',
    ),
    [['other', 4]],
  ],
]

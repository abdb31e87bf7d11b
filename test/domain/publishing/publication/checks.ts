import t from 'tap'
import { approve, publish, withdraw } from '../../../../src/domain/publishing/approval.ts'
import { overrule } from '../../../../src/domain/publishing/checks.ts'
import { isApproved } from '../../../../src/domain/publishing/publication.ts'
import { AT } from '../../make.ts'
import { checksOf, draft, keysOf, publication, words } from './set-up.ts'

const ON = '2022-01-27'

t.test('R12: a date, an organisation, a result and how well it worked must be there', async (t) => {
  t.same(keysOf(words()), [])
  t.same(keysOf(words({ said: '', did: '', on: null, worked: null })), [
    'complete: said',
    'complete: did',
    'complete: on',
    'complete: strength',
  ])
  t.same(keysOf(words({ worked: { strength: 'counted', words: '' } })), ['complete: worked'])
  t.same(
    keysOf(words({ did: 'The stall met {stall-2.came} people, {stall: female} of them women.' })),
    ['complete: did', 'complete: did'],
    'R17: a placeholder that is not known, and braces that are none, stop it',
  )
  t.same(keysOf(words({ standing: 'unanswered', did: '', worked: null, on: null, who: [] })), [
    'complete: did',
  ])
  t.same(
    keysOf(
      words({
        standing: 'unanswered',
        did: 'No answer yet. It goes to the next table.',
        worked: null,
        on: null,
        who: [],
      }),
    ),
    [],
    'no answer yet is an answer that can be told',
  )
  t.same(keysOf(words({ standing: 'could-not', worked: null, on: null })), ['complete: on'])
})

t.test('R12: guarded words and named sources stop, and no reason overrules them', async (t) => {
  const guarded = checksOf(words({ did: 'It was at Lantern Lane.' }))
  t.match(
    guarded.find((each) => each.key === 'guarded'),
    { verdict: 'stopped' },
  )
  t.notOk(overrule(guarded, 'guarded', 'Lantern Lane', 'Everyone knows').accepted)
  const named = checksOf(words(), {}, { isHeld: true })
  t.match(named, [{ key: 'named', verdict: 'stopped' }])
  t.notOk(overrule(named, 'named', 'source', 'It is fine').accepted)
})

t.test('R12: another check is overruled with a reason, for exactly what was found', async (t) => {
  const of = words({ did: '38 residents came to the stall.' })
  const checks = checksOf(of)
  const found = checks.find((each) => each.key === 'people')!
  t.equal(found.verdict, 'look')
  t.notOk(overrule(checks, 'people', found.found, ' ').accepted, 'a reason is needed')
  t.notOk(overrule(checks, 'people', '39 residents', 'Counted').accepted)
  t.ok(overrule(checks, 'people', found.found, 'Counted').accepted)
  const overrulings = [
    { key: 'people', found: found.found, reason: 'Counted', personId: 1, at: AT },
  ]
  t.equal(checksOf(of, { overrulings }).find((each) => each.key === 'people')?.verdict, 'overruled')
  t.equal(
    checksOf(words({ did: '39 residents came to the stall.' }), { overrulings }).find(
      (each) => each.key === 'people',
    )?.verdict,
    'look',
    'another number asks again',
  )
})

t.test('R13: an approval holds for exactly the words that were seen', async (t) => {
  const seen = publication()
  t.match(approve(seen, 1, []), { accepted: true, value: { id: 1 } })
  const changed = publication({
    drafts: [draft(1, words()), draft(2, words({ did: 'The police held a stall!' }))],
    approvals: [{ draftId: 1, personId: 2, at: AT, alone: false }],
  })
  t.notOk(isApproved(changed), 'one changed character voids it')
  t.notOk(publish(changed, [], ON).accepted)
  t.notOk(approve(changed, 1, []).accepted, 'the older words cannot be approved any more')
  t.ok(approve(changed, 2, []).accepted)
  t.notOk(approve(seen, 1, checksOf(words({ said: '' }))).accepted, 'an open check stops approval')
})

t.test(
  'R13: nothing is published without approval, nor past a check that came up since',
  async (t) => {
    t.notOk(publish(publication(), [], ON).accepted)
    const approved = publication({ approvals: [{ draftId: 1, personId: 2, at: AT, alone: false }] })
    t.ok(publish(approved, [], ON).accepted)
    t.notOk(publish(approved, checksOf(words({ did: 'It was at Lantern Lane.' })), ON).accepted)
    t.notOk(
      publish(
        {
          ...approved,
          releases: [{ draftId: 1, copyId: 1, at: AT, change: { kind: 'first', words: '' } }],
        },
        [],
        ON,
      ).accepted,
      'not twice',
    )
    t.notOk(
      publish({ ...approved, withdrawal: { at: AT, ground: 'x' } }, [], ON).accepted,
      'R15: a withdrawn address stays closed',
    )
  },
)

t.test('R15: a later copy says why it is there', async (t) => {
  const before = {
    releases: [{ draftId: 0, copyId: 1, at: AT, change: { kind: 'first' as const, words: '' } }],
  }
  t.same(keysOf(words(), before), ['complete: changeKind'])
  t.same(keysOf(words({ change: { kind: 'news', words: '' } }), before), [])
  t.same(keysOf(words({ change: { kind: 'correction', words: '' } }), before), [
    'complete: changeWords',
  ])
  t.ok(
    keysOf(
      words({ change: { kind: 'correction', words: 'It was at Lantern Lane' } }),
      before,
    ).includes('guarded: changeWords'),
    'R12: what changed is checked like every word',
  )
  t.notOk(withdraw(publication(), 'It was wrong.').accepted, 'it is not public')
  t.notOk(withdraw(publication({ ...before }), '').accepted, 'a ground is needed')
  t.ok(withdraw(publication({ ...before }), 'It was wrong.').accepted)
})

import { randomUUID } from 'node:crypto'
import { sayChoice, type Choice, type HowOften } from '../../domain/residents/following.ts'
import type { Db } from '../database.ts'
import { hashOf } from '../tokens.ts'
import { forget, write } from '../transactions.ts'
import { note, type Inbox } from './inbox-statements.ts'

const DAY_MS = 24 * 3_600_000
/**
 * So many letters that ask go to one address in a day, and one for each choice in whatever language
 * and how often, so that nobody is written to again and again by someone else's hand, and a
 * stranger's few asks leave room for their own.
 */
const MOST_ASKED = 10
/** As long as an address is kept whose owner has not said yes. */
const CONFIRM_WITHIN_MS = 7 * DAY_MS

/** What someone asks to follow, how often they want to hear, and in which language. */
export interface Wish extends Choice {
  often: HowOften
  language: string
}
/** What the one who holds a key follows. */
export interface Following {
  choices: Choice[]
  often: HowOften
}

/** Following by letter: asked for, meant, changed and ended. Who follows is told to nobody. */
export const followingOf = (db: Db, run: Inbox) => ({ ...begun(db, run), ...goneOn(db, run) })

const begun = (db: Db, run: Inbox) => ({
  /** Sends the letter that asks whether they mean it. */
  askToFollow: (email: string, wish: Wish, at: string): void =>
    write(db, () => {
      lapseBefore(run, at)
      const { scope, of, often, language } = wish
      const there = run.follower.get(email) as { id: number } | undefined
      const id = there?.id ?? Number(run.follow.run(email, language, often, at).lastInsertRowid)
      // Written whoever it is, so that an address that follows takes as long as one that does
      // not.
      note(run, at, 'asked to follow', 'follower', id)
      const dayAgo = before(at, DAY_MS)
      const { letters } = run.asked.get(id, dayAgo) as { letters: number }
      if (letters >= MOST_ASKED || run.chosen.get(id, scope, of, dayAgo, often, language)) return
      run.choose.run(id, scope, of, often, language, at, null)
      run.letter.run(id, `<${randomUUID()}@round-table.localhost>`, at, at)
    }),
  /** Forgets the addresses whose owners never said yes. */
  lapse: (at: string): void => {
    if (write(db, () => lapseBefore(run, at)) > 0) forget(db)
  },
  /** What the one who holds a key asked to follow; nothing where the key is of another letter. */
  askedBy: (key: string): (Wish & { confirmedAt: string | null }) | undefined => {
    const there = linkOf(run, key)
    return there?.followId
      ? (run.choice.get(there.followId) as (Wish & { confirmedAt: string | null }) | undefined)
      : undefined
  },
  /** True where the key is still good, and asks for a yes. */
  confirm: (key: string, at: string): boolean =>
    write(db, () => {
      const there = linkOf(run, key)
      const choice =
        there?.followId &&
        (run.choice.get(there.followId) as
          | { often: HowOften; language: string; at: string; confirmedAt: string | null }
          | undefined)
      if (!there || !choice) return false
      if (choice.confirmedAt) return true
      if (choice.at < before(at, CONFIRM_WITHIN_MS)) return false
      run.confirm.run(at, there.followId)
      run.begin.run(at, choice.often, choice.language, there.id)
      note(run, at, 'follows', 'follower', there.id)
      return true
    }),
})

const goneOn = (db: Db, run: Inbox) => ({
  /** What the one who holds a key follows; nothing where they do not follow yet, or not any more. */
  followed: (key: string): Following | undefined => {
    const there = linkOf(run, key)
    const choices = there ? (run.choices.all(there.id) as Choice[]) : []
    return there && choices.length > 0 ? { choices, often: there.often } : undefined
  },
  /**
   * Keeps some of what they follow, and more where they like. The key came to their address, so that
   * no second letter has to ask.
   */
  changeFollowing: (
    key: string,
    {
      keep,
      more,
      often,
      language,
    }: { keep: string[]; more: Choice[]; often: HowOften; language: string },
    at: string,
  ): boolean =>
    write(db, () => {
      const there = linkOf(run, key)
      const choices = there ? (run.choices.all(there.id) as Choice[]) : []
      if (!there || choices.length === 0) return false
      const had = choices.map(sayChoice)
      const wanted = new Set([...had.filter((each) => keep.includes(each)), ...more.map(sayChoice)])
      const isSame = there.often === often && there.language === language
      // A second tap says nothing new (R31).
      if (isSame && wanted.size === had.length && had.every((each) => wanted.has(each))) return true
      for (const choice of choices.filter((each) => !wanted.has(sayChoice(each)))) {
        run.unlink.run(there.id, choice.scope, choice.of)
        run.drop.run(there.id, choice.scope, choice.of)
      }
      for (const choice of more.filter((each) => !had.includes(sayChoice(each))))
        run.choose.run(there.id, choice.scope, choice.of, often, language, at, at)
      run.begin.run(at, often, language, there.id)
      note(run, at, 'changed what they follow as', 'follower', there.id)
      return true
    }),
  /** Ends it, and the address with it. A key that is not known any more has ended already. */
  end: (key: string, at: string): void => {
    const there = linkOf(run, key)
    if (!there) return
    write(db, () => {
      forgetFollower(run, there.id, at)
      note(run, at, 'stopped following', 'follower', there.id)
    })
    forget(db)
  },
})

interface Link {
  id: number
  often: HowOften
  language: string
  followId: number | null
}
const linkOf = (run: Inbox, key: string): Link | undefined =>
  run.byKey.get(hashOf(key)) as Link | undefined

/** What they chose goes with the address. */
const forgetFollower = (run: Inbox, id: number, at: string): void => {
  run.endLinks.run(id)
  run.endFollows.run(id)
  run.end.run(at, id)
}

/** An address whose owner never said yes is not ours to keep. @returns how many went. */
const lapseBefore = (run: Inbox, at: string): number => {
  const old = run.old.all(before(at, CONFIRM_WITHIN_MS)) as { id: number }[]
  for (const { id } of old) forgetFollower(run, id, at)
  return old.length
}

const before = (at: string, ms: number): string => new Date(Date.parse(at) - ms).toISOString()

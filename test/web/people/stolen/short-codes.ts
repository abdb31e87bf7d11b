import { createHash, createHmac } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import t from 'tap'
import { newCode } from '../../../../src/store/tokens.ts'
import { keyFile } from '../../../../src/store/secrets/key-file.ts'
import { liveHouse, stolenBytes } from './set-up.ts'

/** What a thief tries first: a digest of the code, by itself or beside what stands in its row. */
const digests = (code: string, beside: string[]): string[] =>
  ['sha256', 'sha1', 'sha512', 'md5'].flatMap((name) =>
    [code, code.toLowerCase()].flatMap((typed) => [
      createHash(name).update(typed).digest('hex'),
      createHash(name).update(typed).digest('base64url'),
      ...beside.flatMap((each) => [
        createHash(name)
          .update(each + typed)
          .digest('hex'),
        createHash(name)
          .update(typed + each)
          .digest('hex'),
        createHmac(name, each).update(typed).digest('hex'),
      ]),
    ]),
  )

t.test(
  'R25, R27: a code that people type cannot be tried out against a stolen record, however short it is',
  async (t) => {
    const { walk, secrets } = await liveHouse(t)
    const { house } = walk
    const file = stolenBytes(house).toString('latin1')
    const db = new Database(house.file, { readonly: true })
    t.teardown(() => db.close())
    const beside = [
      ...new Set(
        ['messages', 'replies', 'recovery_codes', 'sign_in_codes', 'settings'].flatMap((table) =>
          (db.prepare(`select * from "${table}"`).raw().all() as unknown[][])
            .flat()
            .map(String)
            .filter((each) => each.length < 120),
        ),
      ),
    ]
    const short = secrets.filter(({ plain }) =>
      /^[2-9A-HJKMNP-TV-Z]{5,6}-?[2-9A-Z]{0,5}$/.test(plain),
    )
    t.same(short.map((each) => each.name).toSorted(), [
      'a code for signing in',
      'a recovery code',
      'the code of a resident',
    ])
    for (const { name, plain } of short) {
      const found = digests(plain.replace('-', ''), beside).filter((each) => file.includes(each))
      t.same(found, [], `${name} is found by no digest of it`)
    }
    const key = readFileSync(keyFile(house.folder), 'utf8').trim()
    t.notOk(file.includes(key), 'the key does not stand in the record')
    t.notOk(file.includes(Buffer.from(key, 'base64url').toString('hex')))
    t.equal(statSync(keyFile(house.folder)).mode & 0o777, 0o600, 'and is its owner’s alone')
    const plainly = createHash('sha256').update('K7M2Q8').digest('hex')
    t.ok(digests('K7M2Q8', []).includes(plainly), 'this test would know a plain digest')
  },
)

t.test('every letter of a code is as likely as any other', async (t) => {
  const counts = new Map<string, number>()
  for (const letter of newCode(60_000)) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  t.equal(counts.size, 30, '30 letters: 4.9 bits each, 49 in the ten of a resident’s code')
  for (const [letter, count] of counts)
    t.ok(Math.abs(count - 2000) < 300, `${letter} came ${count} times of 2,000`)
})

import { connect } from 'node:net'
import t from 'tap'
import { hostAsked } from '../../../src/partnerships/asked.ts'
import { configFor, configOfOne, wrongForMany } from '../../../src/partnerships/settings.ts'
import { folderOf, NORTH, openMany, settingsOf, SOUTH } from './set-up.ts'

t.test('an address that nobody has is told so, and not which there are', async (t) => {
  const many = await openMany(t, { folder: folderOf([NORTH]) })
  const strange = ['nobody.example', 'lock.db', '..', `${NORTH}.`, `x.${NORTH}`, 'example', '[::1]']
  for (const host of strange) {
    for (const path of ['/', '/desk', '/static/round-table.css', '/sign-in']) {
      const { status, headers, body } = await many.ask(host, path)
      t.same(
        [status, headers['set-cookie'], headers['cache-control']],
        [421, undefined, 'no-store'],
      )
      t.notMatch(body.toString(), /north/)
    }
    const posted = await many.ask(host, '/sign-in', { form: { email: 'a@b.example' } })
    t.same([posted.status, posted.headers.connection], [421, 'close'])
  }
  t.same(many.openHosts(), [], 'nobody was woken')
  for (const host of [NORTH, NORTH.toUpperCase(), `${NORTH}:3000`])
    t.equal((await many.ask(host, '/')).status, 200, host)
  const all = await many.ask('127.0.0.1:3000', '/healthz')
  t.same([all.status, all.body.toString()], [200, '{"status":"ok"}'])
})

t.test('what never becomes a request is answered as at a house by itself', async (t) => {
  const many = await openMany(t, { folder: folderOf([NORTH]) })
  const line = connect(many.port, '127.0.0.1').end('this is no request\r\n\r\n')
  const said = Buffer.concat(await line.toArray()).toString()
  t.match(said, /^HTTP\/1.1 400 Bad Request[^]*This did not arrive whole/)
})

t.test('a proxy that is trusted may say which host was asked for, and never another', (t) => {
  const isHere = (host: string): boolean => [NORTH, SOUTH].includes(host)
  const asked = (host: string, passedOn: string, trustProxy = true): string | undefined =>
    hostAsked({ host, 'x-forwarded-host': passedOn }, isHere, trustProxy)
  t.equal(asked('127.0.0.1:3000', NORTH), NORTH, 'a proxy that calls us by another name')
  t.equal(asked('127.0.0.1:3000', `${SOUTH}, ${NORTH}`), NORTH, 'what it added stands last')
  t.equal(asked(NORTH, NORTH), NORTH)
  t.equal(asked(NORTH, SOUTH), undefined, 'a cache in front would keep one as the other')
  t.equal(asked(NORTH, 'nobody.example'), undefined)
  t.equal(asked('127.0.0.1:3000', NORTH, false), undefined, 'no proxy is trusted')
  t.equal(asked(NORTH, SOUTH, false), NORTH)
  t.end()
})

t.test('each has its own settings, and those of all for what it leaves open', (t) => {
  const folder = folderOf([NORTH, SOUTH])
  settingsOf(folder, NORTH, ['# ours', 'MAIL_FROM="North <north@mail.example>"', 'SMTP_URL='])
  const all = {
    PARTNERSHIPS: folder,
    MAIL_FROM: 'All <all@mail.example>',
    SMTP_URL: 'smtp://mail.example',
    BACKUP_DIR: '/backups',
    BACKUP_KEY: 'age1all',
  }
  const of = (host: string) => {
    const read = configFor(all, host)
    if ('wrong' in read) throw new Error(read.wrong.join())
    const { publicUrl, mailFrom, smtpUrl, dataDir, backups } = read.config
    return { publicUrl, mailFrom, smtpUrl, dataDir, backups: backups?.folder, keys: backups?.keys }
  }
  t.same(of(NORTH), {
    publicUrl: `https://${NORTH}`,
    mailFrom: 'North <north@mail.example>',
    smtpUrl: null,
    dataDir: `${folder}/${NORTH}`,
    backups: `/backups/${NORTH}`,
    keys: ['age1all'],
  })
  t.match(of(SOUTH), {
    mailFrom: all.MAIL_FROM,
    smtpUrl: all.SMTP_URL,
    backups: `/backups/${SOUTH}`,
  })
  t.end()
})

t.test('what is meant for one record is refused where there are many', (t) => {
  const PARTNERSHIPS = folderOf([NORTH])
  t.match(wrongForMany({ PARTNERSHIPS, DATA_DIR: './data' }), [
    /PARTNERSHIPS and DATA_DIR are both/,
  ])
  t.match(wrongForMany({ PARTNERSHIPS, PUBLIC_URL: 'https://a.example' }), [
    /and PUBLIC_URL are both/,
  ])
  t.match(wrongForMany({ PARTNERSHIPS, WORKERS: '2' }), [/WORKERS is for a server with one record/])
  t.match(wrongForMany({ PARTNERSHIPS, BOARD_FILE: 'board.db' }), [/BOARD_FILE is for a server/])
  t.same(wrongForMany({ PARTNERSHIPS, WORKERS: '0' }), [])
  t.match(wrongForMany({ PARTNERSHIPS: `${PARTNERSHIPS}/none` }), [/There is no such folder/])
  t.same(wrongForMany({ PARTNERSHIPS }), [])
  t.match(wrongForMany({ PARTNERSHIPS, BACKUP_DIR: `${PARTNERSHIPS}/disk` }), [
    /BACKUP_DIR is ".*disk". There is no such folder/,
  ])
  t.end()
})

t.test('a command is told which partnership it is for, and takes its settings', (t) => {
  const PARTNERSHIPS = folderOf([NORTH])
  settingsOf(PARTNERSHIPS, NORTH, ['BACKUP_KEY=age1north'])
  const DATA_DIR = `${PARTNERSHIPS}/${NORTH}`
  t.match(configOfOne({ PARTNERSHIPS }), { wrong: [/Say which partnership is meant: DATA_DIR=/] })
  t.match(configOfOne({ PARTNERSHIPS, DATA_DIR: `${PARTNERSHIPS}/` }), {
    wrong: [/Say which partnership is meant/],
  })
  t.match(configOfOne({ PARTNERSHIPS, DATA_DIR }), {
    config: { publicUrl: `https://${NORTH}`, backups: { keys: ['age1north'] } },
  })
  t.match(configOfOne({ DATA_DIR }), { config: { backups: { keys: ['age1north'] } } })
  t.match(
    configOfOne({ PARTNERSHIPS, DATA_DIR: `${PARTNERSHIPS}/nroth.example` }),
    { wrong: [/There is no partnership in .*nroth.example/] },
    'a restore would make it, and it would be served there',
  )
  settingsOf(PARTNERSHIPS, NORTH, ['PORT=80'])
  t.match(configOfOne({ DATA_DIR }), { wrong: [/PORT stands in/] })
  t.end()
})

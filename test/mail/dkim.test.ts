import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { readConfig } from '../../src/config.ts'
import { openPost } from '../../src/mail/post.ts'

t.test(
  'R21: letters are signed where a key is set, and a start with a wrong one says what is wrong',
  async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'round-table-dkim-'))
    t.teardown(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'dkim.pem')
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }))
    const set = {
      MAIL_FROM: 'Round Table <post@charity.example>',
      DKIM_DOMAIN: 'charity.example',
      DKIM_SELECTOR: 'table',
      DKIM_KEY_FILE: file,
    }
    const wrong = (over: Record<string, string>) => {
      const read = readConfig({ ...set, ...over })
      return 'wrong' in read ? read.wrong.join() : ''
    }
    t.equal(wrong({}), '')
    t.match(wrong({ DKIM_SELECTOR: '' }), 'set all three, or none')
    t.match(wrong({ DKIM_DOMAIN: 'other.example' }), 'has to be the domain of MAIL_FROM')
    t.match(
      wrong({ DKIM_KEY_FILE: join(folder, 'nothing') }),
      'has to be a file with a private key',
    )
    const read = readConfig(set)
    if ('wrong' in read) throw new Error('refused')
    const outbox = join(folder, 'outbox')
    const post = openPost({
      smtpUrl: null,
      mailFrom: read.config.mailFrom,
      outbox,
      dkim: read.config.dkim ?? null,
    })
    await post.send({
      to: 'a@home.example',
      subject: 'مرحبا',
      text: `${'مرحبا بكم '.repeat(60)}\n`,
    })
    const raw = readFileSync(join(outbox, readdirSync(outbox)[0]!), 'latin1')
    t.match(raw, /^DKIM-Signature: v=1; a=rsa-sha256;[\s\S]*d=charity\.example;[\s\S]*s=table;/m)
    t.match(
      raw,
      /^Content-Transfer-Encoding: quoted-printable\r$/m,
      'Arabic is in lines that are short',
    )
    t.same(
      raw.split('\r\n').filter((line) => line.length > 78 && !/DKIM|b=|h=/.test(line)),
      [],
    )
    t.match(raw, /^Subject: =\?UTF-8\?/m)
  },
)

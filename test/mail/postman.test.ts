import t from 'tap'
import { openPostman } from '../../src/mail/postman.ts'

t.test(
  'R22: a letter that went while the disk was full goes once, and is written down when there is room',
  async (t) => {
    let isFull = true
    let sent = 0
    const done: string[] = []
    const faults: unknown[] = []
    const postman = openPostman({
      fault: (error) => faults.push(error),
      box: {
        due: () => (done.length > 0 ? [] : [{ id: 1, messageId: '<1>', tries: 0 }]),
        posted: (id, _at, went) => {
          if (isFull) throw new Error('SQLITE_FULL')
          done.push(`${id} ${went}`)
        },
        failed: () => t.fail('the mail server took it'),
      },
      write: () => ({ to: 'a@b.example', subject: 's', text: 't' }),
      post: {
        send: async () => {
          sent += 1
        },
      },
      now: () => new Date(),
    })
    t.teardown(() => postman.stop())
    await postman.run()
    await postman.run()
    t.equal(faults.length, 2, 'the log is told, and the server lives')
    isFull = false
    await postman.run()
    t.same([sent, done], [1, ['1 true']])
  },
)

import { isBackupOld, KEPT, type Backup } from '../../../domain/settings/backups.ts'
import { accept } from '../../../domain/decision.ts'
import { may } from '../../../domain/may.ts'
import type { Backups } from '../../../work/backups/keeper.ts'
import { refused, show } from '../../answer.ts'
import { byPolicy, NothingTyped, type Failed } from '../../change.ts'
import { notFound } from '../../errors.ts'
import { parse } from '../../forms.ts'
import { view } from '../../views/desk.ts'
import type { BackupTrouble } from '../../views/desk/settings.ts'
import type { Drawn } from '../../views/view.ts'
import { change, frameOf, get, post, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'

const PAGE = '/desk/settings/backups'

/** So long a page waits for one that is being made: that of a small record is there by then. */
const PATIENCE_MS = 2000

/** A house that is only tried keeps none. */
const backupsOf = ({ desk }: Pick<Visit, 'desk'>): Backups => {
  if (!desk.backups) throw notFound()
  return desk.backups
}

const makeOne = change(PAGE, 'keep', {
  name: 'make',
  find: backupsOf,
  allow: byPolicy,
  form: NothingTyped,
  decide: (_visit, backups) => accept(backups),
  record: ({ store, by }, backups) => {
    store.journal.recordBackup(by, 'asked for', by.at)
    // The copy holds the line that asked for it.
    store.afterwards(backups.make)
  },
  answer: () => PAGE,
  again: (visit, _backups, failed) => backupsPage(visit, failed),
})

/**
 * Takes an encrypted backup away. A plain one is not there for anybody: it holds private matters,
 * and being coordinator gives no way into those (R11). Who took it is written first; the same form
 * sent again brings the same file once more (R31).
 */
const take = post(
  `${PAGE}/:name/taking`,
  'keep',
  async (visit) => {
    const { store, params, by, once, request, reply } = visit
    const backups = backupsOf(visit)
    const found = backups.state().list.find(({ name }) => name === params.name)
    if (!found?.isEncrypted) throw notFound()
    const form = parse(NothingTyped, visit.body)
    if (!form.accepted) {
      const failed = { form: 'take', errors: form.refusals, body: visit.body }
      return refused(request, reply, form.refusals, () => backupsPage(visit, failed))
    }
    const file = await backups.open(found.name)
    if (!file) throw notFound()
    try {
      if (once.answered() === null)
        store.together(() => {
          store.journal.recordBackup(by, 'took', found.at)
          once.keep(PAGE)
        })
    } catch (error) {
      file.stream.destroy()
      throw error
    }
    return reply
      .type('application/octet-stream')
      .header('content-disposition', `attachment; filename="${found.name}"`)
      .header('content-length', file.bytes)
      .send(file.stream)
  },
  { asksWho: 'taking' },
)

/** Whole copies of the record: how the newest is, one more, and one to take away. */
export const backupsRoutes: readonly Route[] = [
  get(PAGE, 'keep', async (visit) => {
    await backupsOf(visit).settled(PATIENCE_MS)
    return show(visit.reply, backupsPage(visit))
  }),
  makeOne,
  take,
]

const backupsPage = (visit: Visit, failed?: Failed): Drawn => {
  const state = backupsOf(visit).state()
  return view('desk/settings/backups/index', {
    frame: frameOf(visit, 'Backups', 'settings', failed),
    ...state,
    isOld: isBackupOld(state.list[0], visit.today),
    kept: KEPT,
  })
}

/** The newest, for whoever keeps the settings; nothing where nobody keeps backups. */
export const newestBackup = ({ desk }: Visit): Backup | null | undefined =>
  desk.backups ? (desk.backups.state().list[0] ?? null) : undefined

/** What a coordinator has to know before anything else: a charity must not find out when it is late. */
export const backupTrouble = ({ desk, who, today }: Visit): BackupTrouble | null => {
  if (!desk.backups || !may.keep(who)) return null
  const { list, failed, isMaking } = desk.backups.state()
  const newest = list[0] ?? null
  return failed || isBackupOld(list[0], today) ? { newest, failed, isMaking } : null
}

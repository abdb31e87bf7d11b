import { WITHDRAWAL_GROUNDS, type Telling } from '../../domain/entry.ts'
import type { By } from '../../store/journal.ts'
import type { Store } from '../../store/store.ts'

/** What has been told of a matter that is now held in private is taken down at once (R11, R15). */
export const withdrawWhatTells = (store: Store, matter: { concernId?: number; actionId?: number }, by: By): void => {
  for (const telling of store.tellings.list().filter((each) => each.publications.length > 0 && !each.withdrawal)) {
    const tells = telling.concernId === matter.concernId || (matter.actionId !== undefined && telling.drafts.some((draft) => draft.coversIds.includes(matter.actionId!)))
    if (tells && telling.concernId !== null) store.tellings.recordWithdrawal(telling, WITHDRAWAL_GROUNDS[0], by)
  }
}

/** Each concern counts once: what was told of a concern joined to another goes when the other is told. */
export const withdrawToldTwice = (store: Store, intoId: number, by: By): void => {
  const isTold = (telling: Telling) => telling.publications.length > 0 && !telling.withdrawal
  const told = store.tellings.list().filter(isTold)
  if (!told.some((telling) => telling.concernId === intoId)) return
  const [into] = store.concerns.listUnfiltered([intoId])
  for (const telling of told.filter((each) => each.concernId !== null && into!.mergedIds.includes(each.concernId))) store.tellings.recordWithdrawal(telling, WITHDRAWAL_GROUNDS[2], by)
}

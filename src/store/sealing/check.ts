import { CannotStart } from '../cannot-start.ts'
import { openBackup } from '../copies.ts'
import { refuseNewer } from '../migrations.ts'
import { isBegun } from './keep.ts'
import { whereItStands, type Stands } from './stands.ts'
import { verifyChain, type Verified } from './verify.ts'

/**
 * Checks the file of a record, in use or not, and writes nothing to it.
 * @param seal the digits that a head begins with; where it stands is asked only of a sound record.
 */
export const checkRecord = (
  file: string,
  seal: string | null,
): Verified & { stands: Stands | undefined } => {
  const client = openBackup(file)
  try {
    refuseNewer(client)
    if (!isBegun(client))
      throw new CannotStart(
        'This record has no chain yet: an older Round Table wrote it, or nothing is in it. Start the server on it once.',
      )
    const verified = verifyChain(client)
    const isAsked = seal !== null && verified.faults.length === 0
    return { ...verified, stands: isAsked ? whereItStands(client, seal) : undefined }
  } finally {
    client.close()
  }
}

import { parentPort, workerData } from 'node:worker_threads'
import { readHere } from './brought-file.ts'

// The thread in which a list, a table or a workbook is read. What fails here is answered there.

parentPort!.postMessage(await readHere(workerData as Uint8Array))

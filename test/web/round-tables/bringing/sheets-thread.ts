import { parentPort, workerData } from 'node:worker_threads'
import { sheetsIn } from '../../../../src/web/files/workbook-sheets.ts'

// A thread that reads a workbook past its measure, as if it had found nothing.

parentPort!.postMessage(await sheetsIn(workerData as Uint8Array))

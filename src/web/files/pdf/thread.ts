import { parentPort, workerData } from 'node:worker_threads'
import { readHere } from './read-here.ts'

// The thread in which a PDF is made anew (see read-pdf.ts). What fails here is answered there.

parentPort!.postMessage(await readHere(workerData as Uint8Array))

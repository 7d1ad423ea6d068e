import { parentPort } from 'node:worker_threads'

/** A reading thread that misbehaves by the name of the file it gets. */
parentPort?.on('message', ({ id, file }: { id: number; file: string }) => {
  if (file.startsWith('hang')) for (;;);
  if (file.startsWith('throw')) throw new Error('the thread dies')
  if (file.startsWith('exit')) process.exit(3)
  if (file.startsWith('eat')) {
    const hoard: number[][] = []
    for (;;) hoard.push(new Array<number>(1000).fill(Math.random()))
  }
  parentPort?.postMessage({ id, type: 'failed', code: 'FILE_UNREADABLE', message: '读不出。', details: {} })
})

import { HostEmitter } from './hostEmitter.ts'

/** The machine never sleeps here; the events may be listened to. */
export const powerMonitor = new HostEmitter('powerMonitor', [
  'suspend',
  'resume',
  'shutdown',
  'on-ac',
  'on-battery',
  'lock-screen',
  'unlock-screen'
])

import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
  type FSWatcher
} from 'node:fs'
import { join } from 'node:path'

/** What a second start tells the first. */
export interface SecondStart {
  argv: string[]
  workingDirectory: string
  additionalData: unknown
}

/** A process, told apart from a later one with the same number. */
interface Owner {
  pid: number
  startedAt: string
}

/** When a process started, in the kernel's ticks; null when it is gone or a zombie. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name, in brackets, may hold anything: count from behind it. State is field 3, start time field 22.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? null : (fields[19] ?? null)
  } catch {
    return null
  }
}

/**
 * One instance a user data folder, by a lock file that names its owner and a folder of messages beside it. Files
 * rather than a socket, because `requestSingleInstanceLock()` has to answer at once.
 */
export class SingleInstance {
  #folder: string
  #held = false
  #watcher: FSWatcher | null = null

  constructor(userData: string) {
    this.#folder = join(userData, 'electron-host-instance')
  }

  get held(): boolean {
    return this.#held
  }

  /** Takes the lock, or hands `start` to its owner and answers false. */
  acquire(start: SecondStart, onSecond: (start: SecondStart) => void): boolean {
    if (this.#held) return true
    mkdirSync(this.#folder, { recursive: true })
    for (;;) {
      if (this.#tryToTake()) break
      const owner = this.#owner()
      if (owner && startOf(owner.pid) === owner.startedAt) {
        this.#leaveMessage(start)
        return false
      }
      if (owner) this.#removeStale(owner)
    }
    this.#held = true
    this.#listen(onSecond)
    return true
  }

  release(): void {
    if (!this.#held) return
    this.#held = false
    this.#watcher?.close()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #tryToTake(): boolean {
    const own = join(this.#folder, `${process.pid}.owner`)
    const owner: Owner = { pid: process.pid, startedAt: startOf(process.pid) ?? '' }
    writeFileSync(own, JSON.stringify(owner))
    try {
      // A link appears with its whole content or not at all, so nobody reads half a lock.
      linkSync(own, join(this.#folder, 'lock'))
      return true
    } catch {
      return false
    } finally {
      rmSync(own)
    }
  }

  #owner(): Owner | null {
    try {
      return JSON.parse(readFileSync(join(this.#folder, 'lock'), 'utf8')) as Owner
    } catch {
      return null
    }
  }

  /** Takes a dead owner's lock away, unless a third process has done that and holds its own by now. */
  #removeStale(dead: Owner): void {
    const aside = join(this.#folder, `${process.pid}.stale`)
    try {
      renameSync(join(this.#folder, 'lock'), aside)
      const moved = JSON.parse(readFileSync(aside, 'utf8')) as Owner
      if (moved.pid === dead.pid && moved.startedAt === dead.startedAt) rmSync(aside)
      else renameSync(aside, join(this.#folder, 'lock'))
    } catch {
      // Gone already: the next attempt sees who has it.
    }
  }

  #leaveMessage(start: SecondStart): void {
    const name = join(this.#folder, `${process.pid}-${Date.now()}`)
    writeFileSync(name, JSON.stringify(start))
    renameSync(name, `${name}.start`)
  }

  #listen(onSecond: (start: SecondStart) => void): void {
    const read = (): void => {
      if (!this.#held) return
      for (const file of readdirSync(this.#folder).filter((f) => f.endsWith('.start'))) {
        const path = join(this.#folder, file)
        const start = JSON.parse(readFileSync(path, 'utf8')) as SecondStart
        rmSync(path)
        onSecond(start)
      }
    }
    this.#watcher = watch(this.#folder, read)
    this.#watcher.on('error', () => {})
    read()
  }
}

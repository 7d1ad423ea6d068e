import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PROJECT } from './workspace.ts'

const exec = promisify(execFile)

export interface Run {
  code: number
  out: string
  err: string
}

/** Runs `liangji` as a script would: its own process, exit code, two streams. */
export async function liangji(db: string, ...args: string[]): Promise<Run> {
  const command = [join(PROJECT, 'electron/cli/main.ts'), '--db', db, ...args]
  try {
    const { stdout, stderr } = await exec(process.execPath, command, { maxBuffer: 64 * 1024 * 1024 })
    return { code: 0, out: stdout, err: stderr }
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string }
    return { code: failed.code, out: failed.stdout, err: failed.stderr }
  }
}

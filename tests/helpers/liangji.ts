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

/** Each process loads some thousand modules: what one has compiled serves the next. */
export const CHILD_ENV = { ...process.env, NODE_COMPILE_CACHE: join(PROJECT, 'node_modules/.cache/compiled') }

/** Runs `liangji` as a script would: its own process, exit code, two streams. */
export async function liangji(db: string, ...args: string[]): Promise<Run> {
  const command = [join(PROJECT, 'electron/cli/main.ts'), '--db', db, ...args]
  try {
    const { stdout, stderr } = await exec(process.execPath, command, {
      maxBuffer: 64 * 1024 * 1024,
      env: CHILD_ENV
    })
    return { code: 0, out: stdout, err: stderr }
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string }
    return { code: failed.code, out: failed.stdout, err: failed.stderr }
  }
}

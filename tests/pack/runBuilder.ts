import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export interface Build {
  root: string
  electronDist: string
  output: string
  /** Builds the installer too, not only the program's folder. */
  installer: boolean
  env?: Record<string, string>
}

/** Runs electron-builder for Windows; answers what it printed, or throws it. */
export function runBuilder({ root, electronDist, output, installer, env = {} }: Build): string {
  const require = createRequire(join(root, 'package.json'))
  const cli = join(dirname(require.resolve('electron-builder/package.json')), 'cli.js')
  const args = ['--win', ...(installer ? [] : ['--dir']), '--publish', 'never']
  const overrides = [`-c.electronDist=${electronDist}`, `-c.directories.output=${output}`]
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args, ...overrides], {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8'
  })
  if (status !== 0)
    throw new Error(`electron-builder ended with ${status ?? 'a signal'}\n${stdout}\n${stderr}`)
  return stdout
}

/** Electron's command line: `electron [-r module]… [--switches] <app> [arguments]`. */
export interface CommandLine {
  /** Modules to require before the app. */
  requires: string[]
  /** The port of `--inspect`, 0 for any; null without it. */
  inspectPort: number | null
  switches: Map<string, string>
  /** The app's folder, script or asar. */
  entry: string | null
  wantsVersion: boolean
}

const INSPECT_PORT = 9229

export function parseCommandLine(args: readonly string[]): CommandLine {
  const line: CommandLine = {
    requires: [],
    inspectPort: null,
    switches: new Map(),
    entry: null,
    wantsVersion: false
  }
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? ''
    if ((arg === '-r' || arg === '--require') && line.entry === null) line.requires.push(args[++i] ?? '')
    else if (arg === '-v' || arg === '--version') line.wantsVersion = true
    else if (/^--inspect(=|$)/.test(arg))
      line.inspectPort = Number(arg.split(':').at(-1)?.split('=').at(-1) || INSPECT_PORT)
    else if (arg.startsWith('--')) {
      const [name = '', ...value] = arg.slice(2).split('=')
      line.switches.set(name, value.join('='))
    } else line.entry ??= arg
  }
  if (Number.isNaN(line.inspectPort)) line.inspectPort = INSPECT_PORT
  return line
}

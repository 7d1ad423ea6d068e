import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { failed, passed } from './report.ts'

type Config = Record<string, unknown>
interface ConfigModule {
  getConfig: (projectDir: string, configPath: string | null, overrides: Config | null) => Promise<Config>
  validateConfiguration: (config: Config, debugLogger: object) => Promise<void>
}

async function problemOf(validate: () => Promise<void>): Promise<string | null> {
  try {
    await validate()
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Holds electron-builder.yml against the schema that electron-builder itself brings, and proves that this can fail. */
export async function checkConfig(root: string): Promise<void> {
  const require = createRequire(join(root, 'package.json'))
  const library = dirname(require.resolve('app-builder-lib/package.json'))
  const { getConfig, validateConfiguration } = require(
    join(library, 'out/util/config/config.js')
  ) as ConfigModule
  const { DebugLogger } = require('builder-util') as { DebugLogger: new (enabled: boolean) => object }
  const logger = new DebugLogger(false)

  const config = await getConfig(root, join(root, 'electron-builder.yml'), null)
  const problem = await problemOf(() => validateConfiguration(structuredClone(config), logger))
  if (problem === null) passed('electron-builder.yml: every option is known')
  else failed(`electron-builder.yml: ${problem}`)

  const misspelt = { ...structuredClone(config), nsis: { ...(config['nsis'] as Config), oneClik: false } }
  const found = await problemOf(() => validateConfiguration(misspelt, logger))
  if (found?.includes('configuration.nsis') === true) passed('a misspelt option (oneClik) is refused')
  else failed('a misspelt option (oneClik) is not refused: this check proves nothing')
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { decisionFile } from '#electron/cli/decisionFile.ts'
import { jsonShapes } from '#electron/cli/jsonShapes.ts'
import { registerFile } from '#electron/cli/registerFile.ts'
import { schemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { trialCase } from '#shared/domain/trial/trialCase.ts'

/**
 * Writes the JSON Schemas of what the command line prints and of the files that it reads. With --check it only compares,
 * so that CI notices a shape that changed without its schema.
 */
const files = {
  scheme: schemeDefinition,
  'try-case': trialCase,
  'decide-file': decisionFile,
  'register-file': registerFile
}
const shapes = { ...jsonShapes, ...files }
const check = process.argv.includes('--check')
let stale = 0
mkdirSync(import.meta.dirname, { recursive: true })
for (const [name, shape] of Object.entries(shapes)) {
  const path = join(import.meta.dirname, `${name}.schema.json`)
  const schema = z.toJSONSchema(shape, { io: name in files ? 'input' : 'output', unrepresentable: 'any' })
  const text = `${JSON.stringify({ $id: `liangji:${name}`, ...schema }, null, 2)}\n`
  if (!check) {
    writeFileSync(path, text)
    continue
  }
  const committed = existsSync(path) ? readFileSync(path, 'utf8') : ''
  if (committed.replaceAll('\r\n', '\n') !== text) {
    stale += 1
    console.error(`stale: ${path} (npm run schemas)`)
  }
}
if (stale > 0) process.exitCode = 1

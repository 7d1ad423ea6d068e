import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format } from 'prettier'
import { compactScheme } from '#shared/domain/scheme/compactScheme.ts'
import { cityGroup } from './build/cityGroup.ts'
import { commerceBureau } from './build/commerceBureau.ts'
import { partySchool } from './build/partySchool.ts'
import type { SchemeInput } from './build/schemeParts.ts'

/** The presets that are written here; the sports bureau's scheme is a file of its own, which the sample quarters rest on. */
export const PRESETS: readonly SchemeInput[] = [partySchool, commerceBureau, cityGroup]

/** File name → content, as `liangji scheme export` would write it. */
export async function buildPresets(): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const preset of PRESETS) {
    const json = JSON.stringify(compactScheme(preset))
    files.set(
      `${preset.code}.scheme.json`,
      await format(json, { parser: 'json', printWidth: 110, trailingComma: 'none' })
    )
  }
  return files
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = dirname(fileURLToPath(import.meta.url))
  const files = await buildPresets()
  for (const [name, content] of files) writeFileSync(join(folder, name), content)
  process.stdout.write(`已生成 ${files.size} 个预设方案：${folder}\n`)
}

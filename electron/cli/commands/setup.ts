import type { Command } from 'commander'
import { existsSync } from 'node:fs'
import { periodTitle } from '#shared/domain/period/periodKey.ts'
import { installSample } from '../../services/samples.ts'
import { loadScheme, readPreset, readSchemeFile } from '../../services/schemes.ts'
import { keyOf } from '#shared/domain/period/periodKey.ts'
import { periodOf, withWorkspace, type CommandContext } from '../context.ts'
import { problemLines } from '../output.ts'
import type { jsonShapes } from '../jsonShapes.ts'
import type { z } from 'zod'

export function setupCommands(program: Command, context: () => CommandContext): void {
  program
    .command('init')
    .description('新建数据库')
    .option('--sample', '装入示例单位（上季度已冻结，本季度待导入）')
    .action(async (options: { sample?: boolean }) => {
      const { out, options: global } = context()
      await withWorkspace(
        global,
        async (workspace) => {
          if (options.sample === true) await installSample(workspace.library, workspace.reader)
          out.line(`已新建数据库：${workspace.library.paths.database}`)
        },
        { create: true }
      )
    })

  const scheme = program.command('scheme').description('考核方案')
  scheme
    .command('load <file>')
    .description('载入方案文件（.json），或预设的名称（如 sports-bureau）')
    .option('--period <quarter>', '从哪个季度起用，如 2026Q3；默认用方案里写的，再默认为方案年度的第一季度')
    .action(async (file: string, options: { period?: string }) => {
      const { out, options: global } = context()
      await withWorkspace(global, async (workspace) => {
        const definition =
          existsSync(file) || /[./\\]/.test(file)
            ? await readSchemeFile(file)
            : await readPreset(workspace.library, file)
        const period =
          options.period === undefined
            ? (definition.from ?? keyOf({ year: definition.year, quarter: 1 }))
            : periodOf(workspace, options.period)
        const view = loadScheme(workspace.library, definition, period)
        const shown: z.output<(typeof jsonShapes)['scheme-load']> = {
          title: view.definition.title,
          version: view.version,
          period,
          problems: view.problems
        }
        if (global.json === true) return out.json(shown)
        out.line(`已载入：${shown.title}（第 ${shown.version} 版），用于${periodTitle(period)}`)
        for (const line of problemLines(shown.problems)) out.note(line)
      })
    })
}

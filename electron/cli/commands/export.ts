import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { z } from 'zod'
import { AppError } from '#shared/appError.ts'
import { reportOptions } from '#shared/ipc/report.ts'
import { exportReport, listReports, proposedName } from '../../services/reports.ts'
import { periodOf, withWorkspace, type CommandContext } from '../context.ts'
import type { jsonShapes } from '../jsonShapes.ts'
import { refuseExisting } from '../refuseExisting.ts'

interface ExportOptions {
  list?: boolean
  output?: string
  period?: string
  top?: string
  charts: boolean
  force?: boolean
}

export function exportCommand(program: Command, context: () => CommandContext): void {
  program
    .command('export [report]')
    .description('导出报告')
    .option('--list', '列出可以导出的报告')
    .option('-o, --output <file>', '写到哪个文件；默认按季度命名，放在当前文件夹')
    .option('--period <quarter>', '季度，如 2026Q3；默认最新的季度')
    .option('--top <n>', '只列每组前 N 名')
    .option('--no-charts', '不要图表')
    .option('--force', '文件已存在时覆盖')
    .action(async (report: string | undefined, options: ExportOptions) => {
      const { out, options: global } = context()
      await withWorkspace(global, async (workspace) => {
        const { library } = workspace
        const period = periodOf(workspace, options.period)
        if (options.list === true || report === undefined) {
          const kinds: z.output<(typeof jsonShapes)['export-list']> = listReports(library, period)
          if (global.json === true) return out.json(kinds)
          for (const kind of kinds)
            out.line(`${kind.id}  ${kind.title}（${kind.format}）  ${kind.unavailable ?? kind.description}`)
          return
        }
        const proposed = proposedName(library, period, report)
        const path = resolve(options.output ?? proposed.name)
        refuseExisting(path, options.force)
        const top = options.top === undefined ? null : Number(options.top)
        const chosen = reportOptions.safeParse({ topOnly: top, charts: options.charts })
        if (!chosen.success) throw new AppError('VALIDATION_FAILED', '--top 要写一个正整数。')
        const exported = await exportReport(library, { period, report, options: chosen.data, path })
        out.line(`已导出：${path}${exported.preview ? '（预览，未定稿）' : `（快照 ${exported.snapshot}）`}`)
      })
    })
}

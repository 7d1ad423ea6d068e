import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import { AppError } from '#shared/appError.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { reportOptions, type ReportOptions } from '#shared/domain/report/reportOptions.ts'
import { fileFailure } from '../../services/fileFailure.ts'
import type { Library } from '../../services/library.ts'
import { exportPlan, exportReport, NO_PRINTER } from '../../services/reports/exportReport.ts'
import { rememberedOptions } from '../../services/reports/reportChoices.ts'
import { listReports } from '../../services/reports/reportKinds.ts'
import { periodOf, withWorkspace, type CommandContext } from '../context.ts'
import type { jsonShapes } from '../jsonShapes.ts'
import { refuseExisting } from '../refuseExisting.ts'

interface ExportOptions {
  list?: boolean
  format?: string
  output?: string
  period?: string
  top?: string
  decimals?: string
  units?: string[]
  zip?: boolean
  charts: boolean
  options?: string
  force?: boolean
}

export function exportCommand(program: Command, context: () => CommandContext): void {
  program
    .command('export [report]')
    .description('导出报告')
    .option('--list', '列出可以导出的报告')
    .option('--format <format>', 'docx、xlsx、pptx 或 html；默认是这种报告的第一种格式')
    .option('-o, --output <file>', '写到哪个文件；默认按季度命名，放在当前文件夹')
    .option('--period <quarter>', '季度，如 2026Q3；默认最新的季度')
    .option('--top <n>', '只列每组前 N 名')
    .option('--decimals <n>', '小数位，0–4；默认同考核方案')
    .option('--units <name...>', '成绩单只要这些单位')
    .option('--zip', '成绩单一个单位一个文件，装在一个 zip 里')
    .option('--no-charts', '不要图表')
    .option('--options <file>', '其余选项，JSON 文件；没写的照窗口里上次的选择')
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
            out.line(
              `${kind.id}  ${kind.title}（${kind.formats.join('、')}）  ${kind.unavailable ?? kind.description}`
            )
          return
        }
        const request = {
          period,
          report,
          options: await chosenOptions(library, period, report, options),
          ...(options.format === undefined ? {} : { format: options.format })
        }
        const plan = exportPlan(library, request)
        const path = resolve(options.output ?? `${plan.stem}.${plan.extension}`)
        refuseExisting(path, options.force)
        const exported = await exportReport(library, { ...request, path }, { print: NO_PRINTER })
        out.line(`已导出：${path}${exported.preview ? '（预览，未定稿）' : `（快照 ${exported.snapshot}）`}`)
      })
    })
}

const number = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text)

/** The command line's words over those of the options file over what was chosen last. */
async function chosenOptions(
  library: Library,
  period: PeriodKey,
  report: string,
  { top, decimals, units, zip, charts, options }: ExportOptions
): Promise<ReportOptions> {
  const listed = units === undefined ? undefined : unitCodes(library, period, report, units)
  const parsed = reportOptions.safeParse({
    ...rememberedOptions(library, report),
    ...(options === undefined ? {} : await optionsFile(options)),
    ...(top === undefined ? {} : { topOnly: number(top) }),
    ...(decimals === undefined ? {} : { decimals: number(decimals) }),
    ...(listed === undefined ? {} : { units: listed }),
    ...(zip === true ? { bundle: 'ZIP' } : {}),
    ...(charts ? {} : { charts: false })
  })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new AppError('VALIDATION_FAILED', `导出选项不对：${issue?.path.join('.') ?? ''}。`, {
    action: '--top 写正整数，--decimals 写 0 到 4；其余见 docs/reports.md。'
  })
}

async function optionsFile(path: string): Promise<object> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw fileFailure(error, path)
  })
  try {
    return z.looseObject({}).parse(JSON.parse(text))
  } catch (cause) {
    throw new AppError('VALIDATION_FAILED', '选项文件不是 JSON 对象。', { place: { file: path } }, { cause })
  }
}

/** Codes of units that are named by code or by name, out of those that the report has a page for. */
function unitCodes(library: Library, period: PeriodKey, report: string, names: readonly string[]): string[] {
  const units = listReports(library, period).find(({ id }) => id === report)?.units ?? []
  return names.map((name) => {
    const found = units.find((candidate) => candidate.unit === name || candidate.name === name)
    if (found === undefined) {
      throw new AppError('NOT_FOUND', `没有「${name}」的成绩单。`, {
        action: `可以写：${units.map((unit) => unit.name).join('、')}。`
      })
    }
    return found.unit
  })
}

import type { Command } from 'commander'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { z } from 'zod'
import { AppError } from '#shared/appError.ts'
import { keyOf, periodTitle } from '#shared/domain/period/periodKey.ts'
import { blankScheme } from '#shared/domain/scheme/blankScheme.ts'
import { schemeProblems } from '#shared/domain/scheme/schemeProblems.ts'
import {
  exportScheme,
  readSchemeFile,
  readSchemeJson,
  writeSchemeFile,
  type SchemeFileFormat
} from '../../services/schemeFiles.ts'
import { loadScheme, readPreset, versionOf } from '../../services/schemes.ts'
import { startReader } from '../../services/workspace.ts'
import { periodOf, withWorkspace, type CommandContext } from '../context.ts'
import { EXIT } from '../exitCodes.ts'
import type { jsonShapes } from '../jsonShapes.ts'
import { refuseExisting } from '../refuseExisting.ts'
import { problemLines } from '../output.ts'

/** `liangji scheme …`: load, check, export, and a blank workbook to start from. */
export function schemeCommands(program: Command, context: () => CommandContext): void {
  const scheme = program.command('scheme').description('考核方案')
  loadCommand(scheme, context)
  checkCommand(scheme, context)
  exportCommand(scheme, context)
  templateCommand(scheme, context)
}

function loadCommand(scheme: Command, context: () => CommandContext): void {
  scheme
    .command('load <file>')
    .description('载入方案文件（.json 或 .xlsx），或预设的名称（如 sports-bureau）')
    .option('--period <quarter>', '从哪个季度起用，如 2026Q3；默认用方案里写的，再默认为方案年度的第一季度')
    .action(async (file: string, options: { period?: string }) => {
      const { out, options: global } = context()
      await withWorkspace(global, async (workspace) => {
        const definition =
          existsSync(file) || /[./\\]/.test(file)
            ? await readSchemeFile(file, workspace.reader)
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

function checkCommand(scheme: Command, context: () => CommandContext): void {
  scheme
    .command('check <file>')
    .description('检查方案文件（.json 或 .xlsx），不载入；有必须改的地方时返回 3')
    .action(async (file: string) => {
      const { out, options: global } = context()
      const reader = startReader()
      try {
        const definition = await readSchemeJson(file, reader)
        const problems = schemeProblems(definition)
        const errors = problems.filter((problem) => problem.level === 'error').length
        if (errors > 0) process.exitCode = EXIT.problems
        const { title } = definition
        const shown: z.output<(typeof jsonShapes)['scheme-check']> = {
          title: typeof title === 'string' ? title : null,
          errors,
          problems
        }
        if (global.json === true) return out.json(shown)
        out.line(errors === 0 ? '方案可以用。' : `方案有 ${errors} 处要改。`)
        for (const line of problemLines(problems)) out.note(line)
      } finally {
        await reader.close()
      }
    })
}

function exportCommand(scheme: Command, context: () => CommandContext): void {
  scheme
    .command('export')
    .description('导出一个季度所用的方案')
    .requiredOption('-o, --output <file>', '写到哪里，.json 或 .xlsx')
    .option('--period <quarter>', '哪个季度，默认最新')
    .option('--force', '覆盖已有的文件')
    .action(async (options: { output: string; period?: string; force?: boolean }) => {
      const { out, options: global } = context()
      const format = formatOf(options.output)
      refuseExisting(options.output, options.force)
      await withWorkspace(global, async (workspace) => {
        const period = periodOf(workspace, options.period)
        const { title, number, definition } = versionOf(workspace.library, period)
        await exportScheme(workspace.library, title, definition, resolve(options.output), format)
        const shown: z.output<(typeof jsonShapes)['scheme-export']> = {
          title,
          version: number,
          period,
          file: resolve(options.output)
        }
        if (global.json === true) return out.json(shown)
        out.line(`已导出：${title}（第 ${number} 版）→ ${shown.file}`)
      })
    })
}

function templateCommand(scheme: Command, context: () => CommandContext): void {
  scheme
    .command('template')
    .description('写一份空白的方案工作簿，供填写后载入')
    .requiredOption('-o, --output <file>', '写到哪里，.xlsx（或 .json）')
    .option('--year <year>', '年度', String(new Date().getFullYear()))
    .option('--force', '覆盖已有的文件')
    .action(async (options: { output: string; year: string; force?: boolean }) => {
      const { out } = context()
      const format = formatOf(options.output)
      const year = Number(options.year)
      if (!/^\d{4}$/.test(options.year)) {
        throw new AppError('VALIDATION_FAILED', `看不懂年度「${options.year}」，请写成 2026。`)
      }
      refuseExisting(options.output, options.force)
      // What stays empty is left out, not written as empty text.
      const {
        organisation: _,
        units: __,
        ...blank
      } = blankScheme(`scheme-${year}`, `${year}年季度赛马考评办法`, year)
      await writeSchemeFile(blank, resolve(options.output), format, new Date())
      out.line(`已写好空白方案：${resolve(options.output)}`)
    })
}

function formatOf(file: string): SchemeFileFormat {
  if (/\.json$/i.test(file)) return 'JSON'
  if (/\.xlsx$/i.test(file)) return 'XLSX'
  throw new AppError('VALIDATION_FAILED', `方案文件要以 .json 或 .xlsx 结尾，不能写成「${file}」。`)
}

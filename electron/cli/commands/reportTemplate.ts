import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { z } from 'zod'
import { AppError } from '#shared/appError.ts'
import { reportOptions, type ReportOptions } from '#shared/domain/report/reportOptions.ts'
import type { TemplateSource } from '#shared/ipc/reportTemplate.ts'
import { galleryViews, presetFile } from '../../services/reports/templates/gallery.ts'
import {
  checkTemplate,
  fieldCatalogueOf,
  filledTemplate,
  openTemplate,
  writeFilled
} from '../../services/reports/templates/fillTemplate.ts'
import {
  addReportTemplate,
  readTemplateFile,
  removeReportTemplate,
  replaceReportTemplate,
  reportTemplateViews
} from '../../services/reports/templates/reportTemplates.ts'
import { writeWhole } from '../../services/writeWhole.ts'
import { periodOf, withWorkspace, type CommandContext } from '../context.ts'
import type { jsonShapes } from '../jsonShapes.ts'
import { problemLines } from '../output.ts'
import { refuseExisting } from '../refuseExisting.ts'

interface Asked {
  period?: string
  top?: string
  decimals?: string
}

interface FillOptions extends Asked {
  output?: string
  slash?: boolean
  force?: boolean
}

/** 报告模板: workbooks and documents of the unit's own that are filled with the results. */
export function reportTemplateCommands(program: Command, context: () => CommandContext): void {
  const command = program
    .command('report-template')
    .description('报告模板：本单位的排名表、通报，填上名次和得分')
  command
    .command('list')
    .description('列出报告模板（新的在前）和自带模板')
    .action(() => list(context()))
  command
    .command('add <file>')
    .description('添加一个模板（.xlsx、.xlsm、.docx），或一个 PPT 母版（.pptx）')
    .option('--replace <id>', '代替这个模板，点选的位置不变')
    .action((file: string, options: { replace?: string }) => add(context(), file, options.replace))
  command
    .command('fields')
    .description('列出占位符可以写的名称和这一季度的例子')
    .option('--period <quarter>', '季度，如 2026Q3；默认最新的季度')
    .action((options: Asked) => fields(context(), options))
  command
    .command('check <模板>')
    .description('看一个模板（编号，或自带模板的代码）要填什么、有什么问题')
    .option('--period <quarter>', '季度，如 2026Q3；默认最新的季度')
    .action((id: string, options: Asked) => check(context(), id, options))
  command
    .command('fill <模板>')
    .description('填一个模板（编号，或自带模板的代码），其余原样')
    .option('--period <quarter>', '季度，如 2026Q3；默认最新的季度')
    .option('-o, --output <file>', '写到哪个文件；默认按季度和模板命名，放在当前文件夹')
    .option('--top <n>', '只列每组前 N 名')
    .option('--decimals <n>', '小数位，0–4；默认同考核方案')
    .option('--slash', '没有对应内容的占位符填「/」，不拒绝')
    .option('--force', '文件已存在时覆盖')
    .action((id: string, options: FillOptions) => fill(context(), id, options))
  command
    .command('save <代码>')
    .description('把一个自带模板另存出来修改')
    .requiredOption('-o, --output <file>', '写到哪个文件')
    .option('--force', '文件已存在时覆盖')
    .action((preset: string, options: { output: string; force?: boolean }) =>
      save(context(), preset, options)
    )
  command
    .command('remove <id>')
    .description('停用一个模板；已经写出的文件不变')
    .action((id: string) => remove(context(), numberOf(id)))
}

function numberOf(text: string): number {
  if (!/^\d{1,15}$/.test(text))
    throw new AppError('VALIDATION_FAILED', `看不懂编号「${text}」，请写一个整数。`)
  return Number(text)
}

const sourceOf = (text: string): TemplateSource =>
  /^\d+$/.test(text) ? { template: numberOf(text) } : { preset: text }

function optionsOf({ top, decimals }: Asked): ReportOptions {
  const parsed = reportOptions.safeParse({
    ...(top === undefined ? {} : { topOnly: Number(top) }),
    ...(decimals === undefined ? {} : { decimals: Number(decimals) })
  })
  if (parsed.success) return parsed.data
  throw new AppError('VALIDATION_FAILED', '选项不对。', {
    action: '--top 写正整数，--decimals 写 0 到 4。'
  })
}

function list({ out, options }: CommandContext): Promise<void> {
  return withWorkspace(options, async ({ library }) => {
    const own = reportTemplateViews(library)
    const presets = (await galleryViews(library)).map(({ picture: _, ...rest }) => rest)
    const shown: z.output<(typeof jsonShapes)['report-templates']> = { own, presets }
    if (options.json === true) return out.json(shown)
    if (own.length === 0) out.line('还没有自己的报告模板。')
    for (const { id, name, format, fileName } of own)
      out.line(`${id}  ${name}（${fileName}${format === 'pptx' ? '，PPT 母版' : ''}）`)
    out.line('自带模板：')
    for (const { id, name, format, description } of presets)
      out.line(`${id}  ${name}（.${format}）  ${description}`)
  })
}

function add({ out, options }: CommandContext, file: string, replaced: string | undefined): Promise<void> {
  return withWorkspace(options, async ({ library }) => {
    const read = await readTemplateFile(resolve(file))
    const shown: z.output<(typeof jsonShapes)['report-template']> =
      replaced === undefined
        ? addReportTemplate(library, read)
        : replaceReportTemplate(library, numberOf(replaced), read)
    if (options.json === true) return out.json(shown)
    out.line(`已添加模板 ${shown.id}「${shown.name}」。用 report-template check ${shown.id} 看它要填什么。`)
  })
}

function fields({ out, options }: CommandContext, asked: Asked): Promise<void> {
  return withWorkspace(options, (workspace) => {
    const period = periodOf(workspace, asked.period)
    const shown: z.output<(typeof jsonShapes)['report-template-fields']> = fieldCatalogueOf(
      workspace.library,
      period,
      optionsOf(asked)
    )
    if (options.json === true) return out.json(shown)
    for (const field of shown.fields)
      out.line(`{{${field.name}}}  ${field.description}  例：${field.example}`)
    for (const one of shown.lists) {
      out.line(`{{#${one.name}}}  ${one.description}（${one.count} 行）`)
      out.line(`    ${one.fields.map((field) => `{{${field.name}}}`).join(' ')}`)
    }
  })
}

function check({ out, options }: CommandContext, id: string, asked: Asked): Promise<void> {
  return withWorkspace(options, async (workspace) => {
    const request = {
      source: sourceOf(id),
      period: periodOf(workspace, asked.period),
      options: optionsOf(asked)
    }
    const shown: z.output<(typeof jsonShapes)['report-template-check']> = await checkTemplate(
      workspace.library,
      request
    )
    if (options.json === true) return out.json(shown)
    for (const { name, value } of shown.fields) out.line(`{{${name}}}  ${value}`)
    for (const row of shown.rows)
      out.line(`${row.where}：重复「${row.list}」，${row.count} 行：${row.fields.join('、')}`)
    for (const line of problemLines(shown.problems)) out.note(line)
  })
}

function fill({ out, options }: CommandContext, id: string, given: FillOptions): Promise<void> {
  return withWorkspace(options, async (workspace) => {
    const { library } = workspace
    const period = periodOf(workspace, given.period)
    const source = sourceOf(id)
    const { name: title } = await openTemplate(library, source)
    const unknown = given.slash === true ? 'SLASH' : 'REFUSE'
    const filled = await filledTemplate(library, { source, period, options: optionsOf(given), unknown })
    const path = resolve(given.output ?? `${filled.stem}.${filled.extension}`)
    refuseExisting(path, given.force)
    await writeFilled(library, { period, title, path }, filled)
    const { snapshot, notes } = filled
    const shown: z.output<(typeof jsonShapes)['report-template-fill']> = {
      file: path,
      period,
      snapshot,
      notes
    }
    if (options.json === true) return out.json(shown)
    for (const note of notes) out.note(note)
    out.line(`已写出：${path}${snapshot === null ? '（预览，未定稿）' : `（快照 ${snapshot}）`}`)
  })
}

function save(
  { out, options }: CommandContext,
  preset: string,
  given: { output: string; force?: boolean }
): Promise<void> {
  return withWorkspace(options, async ({ library }) => {
    const { bytes } = await presetFile(library, preset)
    const path = resolve(given.output)
    refuseExisting(path, given.force)
    await writeWhole(path, bytes)
    out.line(`已另存：${path}`)
  })
}

function remove({ out, options }: CommandContext, id: number): Promise<void> {
  return withWorkspace(options, ({ library }) => {
    removeReportTemplate(library, id)
    const shown: z.output<(typeof jsonShapes)['report-template-remove']> = { removed: id }
    if (options.json === true) return out.json(shown)
    out.line('已停用。已经写出的文件不变。')
  })
}

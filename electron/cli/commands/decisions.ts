import type { Command } from 'commander'
import type { z } from 'zod'
import { AppError } from '#shared/appError.ts'
import { periodTitle } from '#shared/domain/period/periodKey.ts'
import type { DecisionView } from '#shared/ipc/decision.ts'
import { listDecisions, recordDecisions, revoke, type DecisionRequest } from '../../services/decisions.ts'
import { readJson } from '../readJson.ts'
import type { Workspace } from '../../services/workspace.ts'
import { periodOf, type CommandContext } from '../context.ts'
import { decisionFile } from '../decisionFile.ts'
import type { jsonShapes } from '../jsonShapes.ts'
import { PERIOD, run, type PeriodOption } from '../periodCommand.ts'

/** 决定: what people decided where no formula answers. */
export function decisionCommands(program: Command, context: () => CommandContext): void {
  program
    .command('decide <file>')
    .description('登记决定：一个 JSON 文件，写一个或多个决定（格式见 docs/cli.md）；- 从标准输入读')
    .option(...PERIOD)
    .action((file: string, options: PeriodOption) =>
      run(context(), (workspace, command, given) => decide(workspace, command, given, file), options)
    )
  program
    .command('decisions')
    .description('一个季度的决定，已撤销的也列出')
    .option(...PERIOD)
    .action((options: PeriodOption) => run(context(), decisions, options))
  program
    .command('revoke <id>')
    .description('撤销一个决定')
    .requiredOption('--reason <text>', '撤销的理由')
    .action((id: string, options: { reason: string }) =>
      run(context(), (workspace, command, given) => revokeOne(workspace, command, given.reason, id), options)
    )
}

function decide(
  workspace: Workspace,
  { out, options: global }: CommandContext,
  options: PeriodOption,
  file: string
): void {
  const entries = readDecisions(file)
  const requests = entries.map(({ period, ...entry }): DecisionRequest => ({
    ...entry,
    period: periodOf(workspace, period ?? options.period)
  }))
  const shown: z.output<(typeof jsonShapes)['decisions']> = recordDecisions(workspace.library, requests)
  if (global.json === true) return out.json(shown)
  out.line(`已登记 ${shown.length} 个决定。`)
  for (const line of shown.flatMap(decisionLines)) out.line(line)
}

function readDecisions(file: string) {
  const place = file === '-' ? {} : { place: { file } }
  const json = readJson(file, { code: 'DECISION_INVALID', message: '决定文件不是完整的 JSON，没有登记。' })
  const parsed = decisionFile.safeParse(json)
  if (parsed.success) return Array.isArray(parsed.data) ? parsed.data : [parsed.data]
  throw new AppError('DECISION_INVALID', '决定文件的内容不合格式，没有登记。', {
    ...place,
    action: '格式见 docs/cli.md 和 resources/schema/decide-file.schema.json。',
    problems: issuesOf(json).map(({ path, message }) => ({
      code: 'DECISION_INVALID',
      level: 'error',
      message: `${path.join('.')}：${message}`,
      place: file === '-' ? {} : { file },
      group: path.join('.')
    }))
  })
}

/** Of a list each entry is read by itself: a union of both forms would only say that neither fits. */
function issuesOf(json: unknown): { path: PropertyKey[]; message: string }[] {
  const entries: unknown[] = Array.isArray(json) ? json : [json]
  return entries.flatMap((entry, index) => {
    const issues = decisionFile.options[0].safeParse(entry).error?.issues ?? []
    return issues.map((issue) => ({
      path: Array.isArray(json) ? [`第 ${index + 1} 个`, ...issue.path] : issue.path,
      message: issue.message
    }))
  })
}

function decisions(
  workspace: Workspace,
  { out, options: global }: CommandContext,
  options: PeriodOption
): void {
  const period = periodOf(workspace, options.period)
  const shown: z.output<(typeof jsonShapes)['decisions']> = listDecisions(workspace.library, period)
  if (global.json === true) return out.json(shown)
  if (shown.length === 0) out.line(`${periodTitle(period)}没有登记过决定。`)
  for (const line of shown.flatMap(decisionLines)) out.line(line)
}

function revokeOne(
  workspace: Workspace,
  { out, options: global }: CommandContext,
  reason: string,
  text: string
): void {
  if (!/^\d+$/.test(text)) throw new AppError('VALIDATION_FAILED', `看不懂决定的编号「${text}」。`)
  if (reason.trim() === '') throw new AppError('VALIDATION_FAILED', '请写明撤销的理由。')
  const shown: z.output<(typeof jsonShapes)['revoke']> = revoke(
    workspace.library,
    Number(text),
    reason.trim()
  )
  if (global.json === true) return out.json(shown)
  out.line('已撤销：')
  for (const line of decisionLines(shown)) out.line(line)
}

function decisionLines(view: DecisionView): string[] {
  const { revoked } = view
  return [
    `${view.id}  ${view.text}`,
    `    依据：${view.basis}；${view.decidedBy} ${view.date} 决定，${view.recordedBy} 登记`,
    ...(revoked === null ? [] : [`    已撤销：${revoked.by} ${revoked.at.slice(0, 10)}，${revoked.reason}`])
  ]
}

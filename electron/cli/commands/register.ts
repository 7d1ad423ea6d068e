import type { Command } from 'commander'
import type { z } from 'zod'
import { itemActionName } from '#shared/domain/register/itemAction.ts'
import type { RegisterFilter } from '#shared/domain/register/registerFilter.ts'
import { ITEM_STATES } from '#shared/domain/register/registerWords.ts'
import { actOnItems, addItems, itemDetail, listItems } from '../../services/register/items.ts'
import { checkRegister } from '../../services/register/checkRegister.ts'
import { requireNumber } from '../../services/register/requireItem.ts'
import type { Workspace } from '../../services/workspace.ts'
import type { CommandContext } from '../context.ts'
import { EXIT } from '../exitCodes.ts'
import type { jsonShapes } from '../jsonShapes.ts'
import { run } from '../periodCommand.ts'
import { actionOf, dayOf, readItems, typeOf, unitOf, type ActOptions } from '../registerInput.ts'
import { detailLines, listLines } from '../registerLines.ts'

type Json<K extends keyof typeof jsonShapes> = z.output<(typeof jsonShapes)[K]>

interface ListOptions {
  type?: string
  unit?: string
  text?: string
  overdue?: boolean
  incomplete?: boolean
  voided?: boolean
  on?: string
}

/** 清单: what is to be done, by whom and until when. */
export function registerCommands(program: Command, context: () => CommandContext): void {
  const register = program.command('register').description('清单：登记、办理、核验、销号')
  register
    .command('list')
    .description('列出事项；默认今天的状态，不列已作废的')
    .option('--type <register>', '哪一张清单，如 承诺事项')
    .option('--unit <unit>', '责任单位，也算配合单位')
    .option('--text <words>', '编号、事项、内容、责任人里有这些字')
    .option('--overdue', '只列逾期的')
    .option('--incomplete', '只列没有责任单位或完成时限的')
    .option('--voided', '只列已作废的')
    .option('--on <day>', '看某一天，如 2026-09-30')
    .action((options: ListOptions) => run(context(), list, options))
  register
    .command('show <number>')
    .description('一个事项，连同它的全部记录')
    .option('--on <day>', '看某一天')
    .action((number: string, options: { on?: string }) =>
      run(context(), (workspace, command, given) => show(workspace, command, given, number), options)
    )
  register
    .command('add <file>')
    .description('登记事项：一个 JSON 文件，写一项或多项（格式见 docs/cli.md）；- 从标准输入读')
    .action((file: string) => run(context(), (workspace, command) => add(workspace, command, file), {}))
  register
    .command('act <action> <numbers...>')
    .description(`办理：${itemActionName.options.join('、')}；几项一起办，有一项不能办就都不办`)
    .option('--on <day>', '哪一天的事，默认今天')
    .option('--text <words>', '进展、理由、意见')
    .option('--percent <number>', '进度')
    .option('--amount <number>', '完成数量')
    .option('--verifier <name>', '核验人、验收人')
    .option('--number <text>', '销号编号，默认依次编')
    .action((action: string, numbers: string[], options: ActOptions) =>
      run(context(), (workspace, command, given) => act(workspace, command, given, action, numbers), options)
    )
  register
    .command('check')
    .description('查一遍：缺责任单位或时限、自相矛盾的事项')
    .action(() => run(context(), check, {}))
}

function list(workspace: Workspace, { out, options: global }: CommandContext, options: ListOptions): void {
  const filter: RegisterFilter = {
    ...(options.type === undefined ? {} : { types: [typeOf(options.type)] }),
    ...(options.unit === undefined ? {} : { owners: [unitOf(workspace, options.unit)], withPartners: true }),
    ...(options.text === undefined ? {} : { text: options.text }),
    ...(options.overdue === true ? { statuses: ['OVERDUE' as const] } : {}),
    ...(options.incomplete === true ? { incomplete: true } : {}),
    ...(options.voided === true ? { voided: true } : {})
  }
  const shown: Json<'register-list'> = listItems(workspace.library, filter, dayOf(options.on))
  if (global.json === true) return out.json(shown)
  for (const line of listLines(shown)) out.line(line)
}

function show(
  workspace: Workspace,
  { out, options: global }: CommandContext,
  options: { on?: string },
  number: string
): void {
  const { library } = workspace
  const { id } = requireNumber(library, number)
  const shown: Json<'register-show'> = itemDetail(library, id, dayOf(options.on))
  if (global.json === true) return out.json(shown)
  for (const line of detailLines(shown)) out.line(line)
}

function add(workspace: Workspace, { out, options: global }: CommandContext, file: string): void {
  const shown: Json<'register-items'> = addItems(workspace.library, readItems(file))
  if (global.json === true) return out.json(shown)
  out.line(`已登记 ${shown.length} 项。`)
  for (const { number, title } of shown) out.line(`${number}  ${title}`)
}

function act(
  workspace: Workspace,
  { out, options: global }: CommandContext,
  options: ActOptions,
  name: string,
  numbers: readonly string[]
): void {
  const { library } = workspace
  const ids = numbers.map((number) => requireNumber(library, number).id)
  const shown: Json<'register-items'> = actOnItems(library, ids, actionOf(name, options))
  if (global.json === true) return out.json(shown)
  out.line(`已办 ${shown.length} 项。`)
  for (const { number, title, state, closeOut } of shown)
    out.line(
      `${number}  ${title}  ${ITEM_STATES[state].name}${closeOut === null ? '' : ` ${closeOut.number}`}`
    )
}

function check(workspace: Workspace, { out, options: global }: CommandContext): void {
  const { checked, findings } = checkRegister(workspace.library)
  const errors = findings.filter(({ level }) => level === 'error').length
  const shown: Json<'register-check'> = { checked, errors, findings }
  if (global.json === true) out.json(shown)
  else {
    out.line(`查了 ${checked} 项，${errors} 处要改，${findings.length - errors} 处要补。`)
    for (const { number, title, message } of findings) out.line(`${number}  ${title}：${message}`)
  }
  if (errors > 0) process.exitCode = EXIT.problems
}

import type { Command } from 'commander'
import type { z } from 'zod'
import { AppError } from '#shared/appError.ts'
import { periodTitle } from '#shared/domain/period/periodKey.ts'
import { paperName, standingWords } from '#shared/domain/supervision/slipFact.ts'
import { SLIP_KINDS, slipTagText } from '#shared/domain/supervision/slipWords.ts'
import { slipRequest, type ProposalView, type SlipView } from '#shared/ipc/slip.ts'
import { issueSlips } from '../../services/supervision/issue.ts'
import { slipProposals } from '../../services/supervision/proposals.ts'
import { getSupervisionSettings } from '../../services/supervision/settings.ts'
import { slipList } from '../../services/supervision/slips.ts'
import type { Workspace } from '../../services/workspace.ts'
import { periodOf, type CommandContext } from '../context.ts'
import type { jsonShapes } from '../jsonShapes.ts'
import { table } from '../output.ts'
import { PERIOD, run, type PeriodOption } from '../periodCommand.ts'

/** 督办单: what today asks for, issuing it, and what was issued. */
export function slipCommands(program: Command, context: () => CommandContext): void {
  const slip = program.command('slip').description('督办单、告知书、黄牌、约谈')
  slip
    .command('proposals')
    .description('今天该发、该升级、该办结的')
    .action(() => run(context(), proposals, {}))
  slip
    .command('issue [keys...]')
    .description('按提示办理：写出要办的缘由编号，或用 --all 全部办理；有一件不能办就全部不办')
    .option('--all', '全部办理')
    .action((keys: string[], options: { all?: boolean }) => run(context(), issue, { ...options, keys }))
  slip
    .command('list')
    .description('一个季度的督办台账；没有冻结的季度，以前没办结的也列出')
    .option(...PERIOD)
    .action((options: PeriodOption) => run(context(), list, options))
}

function proposals({ library }: Workspace, { out, options: global }: CommandContext): void {
  const shown: z.output<(typeof jsonShapes)['slip-proposals']> = slipProposals(library)
  if (global.json === true) return out.json(shown)
  if (shown.proposals.length === 0) out.line('今天没有该办的督办文书。')
  else
    out.line(
      table(
        ['办理', '文书', '单位', '事由', '原因', '缘由编号'].map((header) => ({ header })),
        shown.proposals.map((proposal) => [
          ACTIONS[proposal.action],
          tagOf(proposal),
          proposal.unitName,
          proposal.subject,
          proposal.reason,
          proposal.key
        ])
      )
    )
  for (const { number, title, reason } of shown.blocked) out.line(`发不了：${number} ${title}：${reason}`)
}

const ACTIONS = { ISSUE: '新发', ESCALATE: '升级', CLOSE: '办结' } satisfies Record<
  ProposalView['action'],
  string
>

const tagOf = ({ kind, level, times }: ProposalView): string =>
  level === null ? SLIP_KINDS[kind].tag : slipTagText(level, times)

function issue(
  { library }: Workspace,
  { out, options: global }: CommandContext,
  { keys, all = false }: { keys: string[]; all?: boolean }
): void {
  const found = slipProposals(library).proposals
  const unknown = keys.filter((key) => !found.some((proposal) => proposal.key === key))
  if (unknown.length > 0)
    throw new AppError('NOT_FOUND', `今天没有这样的缘由：${unknown.join('、')}。没有办理。`, {
      action: '缘由编号见 liangji slip proposals。'
    })
  if (keys.length === 0 && !all)
    throw new AppError('VALIDATION_FAILED', '没有说明办理哪些，没有办理。', {
      action: '写出缘由编号，或用 --all 全部办理。'
    })
  const { issuer, copies } = getSupervisionSettings(library)
  const requests = found
    .filter(({ key }) => all || keys.includes(key))
    .map(({ times: _times, unitName: _unit, itemNumber: _item, slipNumber: _slip, ...rest }) =>
      slipRequest.parse({ ...rest, issuer, copies })
    )
  const shown: z.output<(typeof jsonShapes)['slip-issue']> =
    requests.length === 0 ? [] : issueSlips(library, requests)
  if (global.json === true) return out.json(shown)
  out.line(shown.length === 0 ? '今天没有该办的督办文书。' : `已办理 ${shown.length} 件。`)
  if (shown.length > 0) out.line(slipLines(shown))
}

function list(workspace: Workspace, { out, options: global }: CommandContext, options: PeriodOption): void {
  const period = periodOf(workspace, options.period)
  const shown: z.output<(typeof jsonShapes)['slip-list']> = slipList(workspace.library, period)
  if (global.json === true) return out.json(shown)
  out.line(shown.slips.length === 0 ? `${periodTitle(period)}没有督办文书。` : slipLines(shown.slips))
}

function slipLines(slips: readonly SlipView[]): string {
  return table(
    ['文号', '文书', '次数', '单位', '事由', '发出', '反馈期限', '状态'].map((header) => ({ header })),
    slips.map((slip) => [
      slip.number,
      paperName(slip),
      slip.level === null ? '/' : String(slip.nth),
      slip.unitName,
      slip.fields.subject,
      slip.issuedOn,
      slip.answerBy ?? '/',
      standingWords(slip)
    ])
  )
}

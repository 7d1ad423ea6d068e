import { localDay, type IsoDate } from '#shared/domain/calendar/isoDate.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import { isOpen } from '#shared/domain/supervision/slip.ts'
import {
  askedProposals,
  itemProposals,
  type ItemProposalInput
} from '#shared/domain/supervision/itemProposals.ts'
import {
  streakProposals,
  submissionProposals,
  type NoticeContext
} from '#shared/domain/supervision/noticeProposals.ts'
import type { SlipProposal } from '#shared/domain/supervision/proposal.ts'
import type { SlipProposalsView } from '#shared/ipc/slip.ts'
import { listPeriods } from '#db/repos/periodRepo.ts'
import { listSlips, quarterOfDay, returnedItems, timesByItem, type SlipRow } from '#db/repos/slipRepo.ts'
import { workCalendar } from '../calendar/workCalendar.ts'
import { endOfDay } from '../endOfDay.ts'
import type { Library } from '../library.ts'
import { itemsWithStanding } from '../register/items.ts'
import { today, unitNames } from '../register/registerContext.ts'
import { standingResults } from '../results.ts'
import { periodSubmissions } from '../submissions.ts'
import { declinedProposals, getSupervisionSettings } from './settings.ts'

/**
 * What the data of today ask for: from items, from the last frozen quarter's streaks, from what was not handed in. `items`
 * narrows to chosen items, which a person asks for whatever was decided before.
 */
export function slipProposals(library: Library, items?: readonly number[]): SlipProposalsView {
  const on = today(library)
  const slips = listSlips(library.db)
  const declined = declinedProposals(library)
  const input = itemInput(
    library,
    on,
    slips,
    new Set([...settledKeys(slips), ...declined.map(({ key }) => key)])
  )
  const byId = new Map(input.items.map(({ item }) => [item.id, item]))
  const made =
    items === undefined
      ? itemProposals(input)
      : askedProposals({ ...input, items: input.items.filter(({ item }) => items.includes(item.id)) })
  const notices = items === undefined ? noticeProposals(library, input) : []
  const names = unitNames(library)
  const order = new Map([...names.keys()].map((code, index) => [code, index]))
  return {
    on,
    proposals: [...byUnit(notices, order), ...made.proposals].map((proposal) => ({
      ...proposal,
      unitName: names.get(proposal.unit) ?? proposal.unit,
      itemNumber: proposal.item === null ? null : (byId.get(proposal.item)?.number ?? null),
      slipNumber: slips.find(({ id }) => id === proposal.slip)?.number ?? null
    })),
    blocked: made.blocked.map(({ item, reason }) => ({
      item,
      number: byId.get(item)?.number ?? '',
      title: byId.get(item)?.title ?? '',
      reason
    })),
    declined: [...declined],
    warnings:
      workCalendar(library).problems.length === 0 ? [] : ['工作日历文件有问题，反馈期限按随软件带的日历算。']
  }
}

/** Keys of proposals that led to a slip. */
export function settledKeys(slips: readonly SlipRow[]): Set<string> {
  return new Set(slips.flatMap(({ fields }) => fields.settled))
}

function itemInput(
  library: Library,
  on: IsoDate,
  slips: readonly SlipRow[],
  settled: ReadonlySet<string>
): ItemProposalInput {
  return {
    on,
    period: quarterOfDay(on),
    items: itemsWithStanding(library, on),
    open: slips.filter(isOpen),
    returned: returnedItems(library.db),
    times: timesByItem(library.db),
    settings: getSupervisionSettings(library),
    calendar: workCalendar(library).calendar,
    settled
  }
}

function noticeProposals(library: Library, context: NoticeContext): SlipProposal[] {
  const periods = listPeriods(library.db)
  const frozen = periods.findLast(({ state }) => isFrozenState(state))
  const standing = frozen === undefined ? null : standingResults(library, frozen.key)
  const open = periods.filter(({ state, dueDate }) => !isFrozenState(state) && dueDate !== null)
  return [
    ...(standing === null ? [] : streakProposals(standing.results, context)),
    ...open.flatMap(({ key, dueDate }) =>
      context.on <= dueDate!
        ? []
        : submissionProposals(handedIn(library, key, dueDate!), { period: key, dueDate }, context)
    )
  ]
}

function handedIn(library: Library, period: PeriodKey, dueDate: IsoDate) {
  return periodSubmissions(library, period).map(({ firstAt, ...row }) => ({
    ...row,
    firstOn: firstAt === null ? null : localDay(new Date(firstAt)),
    late: firstAt !== null && firstAt > endOfDay(dueDate)
  }))
}

const byUnit = (proposals: SlipProposal[], order: ReadonlyMap<string, number>): SlipProposal[] =>
  proposals.sort((a, b) => (order.get(a.unit) ?? 0) - (order.get(b.unit) ?? 0))

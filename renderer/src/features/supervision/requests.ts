import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { SupervisionSettings } from '#shared/domain/supervision/supervisionSettings.ts'
import type { ProposalView, SlipRequest } from '#shared/ipc/slip.ts'

/** A proposal as it will be issued when nobody changes it. */
export function requestOf(
  proposal: ProposalView,
  { issuer, copies }: Pick<SupervisionSettings, 'issuer' | 'copies'>
): SlipRequest {
  const { key, action, kind, level, unit, item, slip, period, subject, reason, demand, answerBy, basis } =
    proposal
  return {
    key,
    action,
    kind,
    level,
    unit,
    item,
    slip,
    period,
    subject,
    reason,
    demand,
    answerBy,
    basis,
    issuer,
    copies
  }
}

/** A paper that nobody proposed. */
export function emptyRequest(
  period: PeriodKey,
  { issuer, copies }: Pick<SupervisionSettings, 'issuer' | 'copies'>
): SlipRequest {
  return {
    key: null,
    action: 'ISSUE',
    kind: 'SUPERVISION',
    level: 'YELLOW',
    unit: '',
    item: null,
    slip: null,
    period,
    subject: '',
    reason: '',
    demand: '',
    answerBy: null,
    basis: { from: 'HAND' },
    issuer,
    copies
  }
}

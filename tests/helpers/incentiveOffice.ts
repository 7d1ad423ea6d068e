import type { CatalogueInput } from '#shared/domain/incentive/catalogue.ts'
import type { LedgerInput } from '#shared/domain/incentive/ledgerEntry.ts'
import type { SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import type { Workspace } from '#electron/services/workspace.ts'
import { freeze, officeScheme, openQuarter, Q2, type Values } from './smallQuarter.ts'
import { freshWorkspace } from './workspace.ts'

/** G13: 表彰 capped at 5 (S21), all bonuses at 10 (S40), one class of deductions. 甲处 has a base of 88.40. */
export function incentiveScheme(
  capOrder: SchemeDefinition['policies']['capOrder'] = 'CAP_THEN_SUBTRACT'
): SchemeDefinition {
  const scheme = officeScheme()
  return {
    ...scheme,
    policies: { ...scheme.policies, capOrder },
    races: scheme.races.map((race) => ({
      ...race,
      adjustments: {
        classes: [
          { code: 'award', name: '表彰', aliases: [], sign: 'BONUS', cap: '5' },
          { code: 'other', name: '其他加分', aliases: [], sign: 'BONUS' },
          { code: 'minus', name: '减分', aliases: [], sign: 'DEDUCTION' }
        ],
        bonusCap: '10'
      }
    }))
  }
}

export const Q3: Values = { a: ['75', '28.4'], b: ['75', '36'], c: ['60', '30'], d: ['45', '28'] }

/** The third quarter open (today is 2026-10-09), with the second one frozen where asked. */
export async function incentiveOffice(
  options: { frozenQ2?: boolean; capOrder?: SchemeDefinition['policies']['capOrder'] } = {}
): Promise<Workspace> {
  const workspace = freshWorkspace()
  const scheme = incentiveScheme(options.capOrder)
  if (options.frozenQ2 === true) {
    openQuarter(workspace, '2026Q2', Q2, scheme)
    await freeze(workspace, '2026Q2')
  }
  openQuarter(workspace, '2026Q3', Q3, scheme)
  return workspace
}

let made = 0

/** An entry of 甲处; a reason of its own where none is given. */
export function entry(change: Partial<LedgerInput> = {}): LedgerInput {
  made += 1
  return {
    unit: 'a',
    catalogue: null,
    level: null,
    classCode: 'award',
    points: '3',
    date: '2026-09-10',
    reason: `事由${made}`,
    evidence: '',
    reporter: '登记人',
    instant: false,
    honour: null,
    ...change
  }
}

/** 表彰加分 by level, once for the same document. */
export function awardItem(change: Partial<CatalogueInput> = {}): CatalogueInput {
  return {
    code: 'BZ',
    classCode: 'award',
    name: '获上级表彰',
    points: '0.5',
    least: null,
    most: null,
    evidence: 'DOCUMENT',
    levels: [
      { level: 'NATIONAL', points: '5' },
      { level: 'PROVINCIAL', points: '3' },
      { level: 'CITY', points: '1.5' }
    ],
    highestOnly: true,
    instant: false,
    clause: '第十二条',
    ...change
  }
}

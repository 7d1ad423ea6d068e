import { periodTitle, previousPeriod } from '#shared/domain/period/periodKey.ts'
import { successionText as text } from './schemeSettings.ts'
import type { Draft, DraftNames } from '../features/schemeEditor/editorTab.ts'

export type DraftSuccession = NonNullable<Draft['successions']>[number]

/** What an entry of 沿革 does, as a sentence a clerk can check against the document (§2.13, G20). */
export function successionSentence(
  entry: DraftSuccession,
  names: DraftNames,
  newUnitQuarters: number
): string {
  const { kind, effective } = entry
  const from = (entry.from ?? []).map((code) => `「${names.unit(code)}」`)
  const to = (entry.to ?? []).map((code) => `「${names.unit(code)}」`)
  const incomplete =
    kind === undefined ||
    effective === undefined ||
    !/^\d{4}Q[1-4]$/.test(effective) ||
    from.length === 0 ||
    (kind !== 'ABOLISH' && to.length === 0)
  if (incomplete) return text.incomplete
  const when = periodTitle(effective)
  const before = `${periodTitle(previousPeriod(effective))}及以前的名次表仍列${from.join('、')}`
  switch (kind) {
    case 'RENAME':
      return `从${when}起，${from.join('、')}改称${to.join('、')}。成绩、升降和连续次数都接着算，${before}。`
    case 'ABOLISH':
      return `从${when}起，${from.join('、')}撤销，不再参加。${before}。`
    case 'MERGE':
    case 'SPLIT': {
      const verb = kind === 'MERGE' ? '合并为' : '拆分为'
      return `从${when}起，${from.join('、')}${verb}${to.join('、')}。${before}。${startOf(entry, names, newUnitQuarters)}`
    }
  }
}

function startOf(entry: DraftSuccession, names: DraftNames, newUnitQuarters: number): string {
  const shares = (entry.inherit ?? []).filter((share) => share.percent !== undefined)
  const counted = `新单位计分满 ${newUnitQuarters} 个季度才排名，之前只计分`
  if (shares.length === 0) return `${counted}；不继承以前的成绩，从头算起。`
  const taken = shares.map(
    (share) => `「${names.unit(share.to)}」继承「${names.unit(share.from)}」以前各季成绩的 ${share.percent}%`
  )
  return `${counted}。算全年时，${taken.join('，')}。`
}

import { groupedBy } from '../../groupedBy.ts'
import type { ImportContext } from '../importContext.ts'
import type { StagedReading } from '../importPlan.ts'
import type { ProblemSink } from '../problems/problemSink.ts'

/**
 * Says of the indicators of one table what their numbers cannot do: a self score alone never scores, and a mark that must be
 * approved by a person does not come out of a sheet. Staged as they are, because both are read and kept.
 */
export function checkFields(
  readings: readonly StagedReading[],
  context: ImportContext,
  sheetName: string,
  sink: ProblemSink
): void {
  for (const [code, own] of groupedBy(readings, ({ indicator }) => indicator)) {
    const indicator = context.indicatorOf.get(code)
    if (!indicator) continue
    const self = own.find(({ field, state }) => field === 'self' && state === 'VALUE')
    const others = own.filter(({ field }) => field !== 'self' && field !== 'target')
    if (others.length > 0 && !others.some(({ field }) => indicator.fields.includes(field))) {
      sink.add(spotOf(others[0]!), {
        code: 'NOT_WHAT_IS_READ',
        level: 'confirm',
        message: `「${indicator.name}」按${wordsOf(indicator.fields)}计分，表里只有${wordsOf(others.map(({ field }) => field))}，不会用来计分。`,
        suggestion: `请补上${wordsOf(indicator.fields)}；如果这一列的用途认错了，请改。`,
        group: `NOT_WHAT_IS_READ:${sheetName}:${code}`
      })
    }
    if (self && others.length === 0 && !indicator.fields.includes('self')) {
      sink.add(spotOf(self), {
        code: 'SELF_ONLY',
        level: 'confirm',
        message: `「${indicator.name}」只有自评分，没有考核要用的数；自评分不计入得分，仍按没有报来。`,
        suggestion: '请补上考核分或完成数；如果这一列其实就是考核分，请改这一列的用途。',
        group: `SELF_ONLY:${sheetName}:${code}`
      })
    }
    const marked = own.find(({ field, state }) => field !== 'self' && field !== 'target' && state === 'VALUE')
    if (indicator.ruleKind === 'MANUAL_SCORE' && marked) {
      sink.add(spotOf(marked), {
        code: 'NEEDS_APPROVAL',
        level: 'confirm',
        message: `「${indicator.name}」是人工评分，要由批准人录入并写理由；表里的分只作参考，不能直接计分。`,
        suggestion: '导入后请批准人在数据录入里录入这个分。',
        group: `NEEDS_APPROVAL:${sheetName}:${code}`
      })
    }
  }
}

const WORDS: Readonly<Record<string, string>> = {
  actual: '完成数',
  score: '得分',
  rating: '评分或票数、次数'
}

function wordsOf(fields: readonly string[]): string {
  return [...new Set(fields.flatMap((field) => WORDS[field] ?? []))].join('和')
}

function spotOf({ address, raw }: StagedReading): { address: string; value: string } {
  return { address, value: raw }
}

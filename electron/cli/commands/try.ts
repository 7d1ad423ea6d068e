import type { Command } from 'commander'
import { text as textOf } from 'node:stream/consumers'
import type { z } from 'zod'
import { readTrialFile, readTrialText, tryRule } from '../../services/trial.ts'
import type { CommandContext } from '../context.ts'
import type { jsonShapes } from '../jsonShapes.ts'
import { problemLines, table } from '../output.ts'

type Tried = z.output<(typeof jsonShapes)['try']>

const NO_SCORE = { SCORED: '', NA: '不适用', MISSING: '缺报', REFUSED: '不能计分' } as const

/** 试算: one rule on made-up participants, by the engine that scores quarters. Needs no database. */
export function tryCommand(program: Command, context: () => CommandContext): void {
  program
    .command('try <case>')
    .description('试算：一条计分规则用在假设的单位上，看每个单位得多少、怎么得的（- 从标准输入读）')
    .action(async (file: string) => {
      const { out, options } = context()
      const given =
        file === '-' ? readTrialText(await textOf(process.stdin), '标准输入') : await readTrialFile(file)
      const tried: Tried = tryRule(given)
      if (options.json === true) return out.json(tried)
      out.line(`${tried.kindName}，满分 ${tried.fullMark}：${tried.ruleInWords}`)
      out.line(table(COLUMNS, tried.results.map(rowOf)))
      for (const choice of new Set(tried.results.flatMap((result) => result.trace.choices)))
        out.line(`按方案：${choice}`)
      for (const line of problemLines(tried.problems)) out.note(line)
    })
}

const COLUMNS = [{ header: '单位' }, { header: '得分', right: true }, { header: '得分由来' }]

function rowOf({ unit, status, score, trace }: Tried['results'][number]): string[] {
  return [unit, score?.printed ?? NO_SCORE[status], trace.sentence]
}

import type { EvaluationSetup, RoundState, Seat } from '../../evaluation/evaluationSetup.ts'
import { seatLabel } from '../../evaluation/evaluationSetup.ts'
import type { JudgedIndicator } from '../../evaluation/judgedIndicator.ts'
import type { RoundMark } from '../../evaluation/roundMark.ts'
import type { GroupProgress } from '../../evaluation/roundProgress.ts'
import type { UnitOutcome } from '../../evaluation/roundResults.ts'
import { PREVIEW_MARK } from '../reportFrame.ts'

/** What the papers of a round say: 评分汇总表, 计票单, empty ballots. */
export interface RoundPaper {
  title: string
  /** `2026年10月8日`, '' while it is not fixed. */
  day: string
  /** When it was printed. */
  printedOn: string
  organisation: string
  state: RoundState
  judged: JudgedIndicator
  setup: EvaluationSetup
  marks: readonly RoundMark[]
  /** In order of appearance. */
  outcomes: readonly UnitOutcome[]
  progress: readonly GroupProgress[]
}

/** Judges' names stand on paper only where the office shows them. */
export function paperSeat(seat: Seat, { setup }: Pick<RoundPaper, 'setup'>): string {
  return setup.showNames ? seatLabel(seat) : seatLabel({ ...seat, name: '' })
}

export function unitNames({ judged }: Pick<RoundPaper, 'judged'>): Map<string, string> {
  return new Map(judged.units.map(({ code, name }) => [code, name]))
}

/** Title and meta line of a table of the round; what is not closed says so. */
export function paperFrame(
  paper: RoundPaper,
  subject: string,
  right: string
): { title: string; left: string; right: string } {
  const open = paper.state === 'CLOSED' ? '' : `（${PREVIEW_MARK}）`
  return {
    title: `${paper.title}${subject}${open}`,
    left: `填报单位：${paper.organisation}`,
    right: [right, paper.day === '' ? paper.printedOn : paper.day].filter((part) => part !== '').join('　')
  }
}

export function provenance({ state, printedOn }: RoundPaper): string {
  return state === 'CLOSED' ? `评分已结束，${printedOn}印` : `评分进行中，${printedOn}印`
}

/** A group's name with its share of the weight; the word where the rule has no groups. */
export function bandOf(name: string, { judged }: Pick<RoundPaper, 'judged'>): string {
  if (name === '') return judged.kind === 'JUDGES' ? '评委' : '票数'
  const share = judged.groups.find((group) => group.name === name)?.share
  return share === undefined || judged.groups.length === 1 ? name : `${name} ${share}%`
}

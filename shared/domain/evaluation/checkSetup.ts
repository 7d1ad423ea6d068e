import { isCollected, seatLabel, type EvaluationSetup, type SetupGroup } from './evaluationSetup.ts'
import type { JudgedIndicator } from './judgedIndicator.ts'
import type { RoundMark } from './roundMark.ts'

/**
 * Why a setup cannot be used, as a clause, or null: it must fit the rule (units, groups), name every seat once, and keep
 * whatever marks already hang on.
 */
export function checkSetup(
  setup: EvaluationSetup,
  judged: JudgedIndicator,
  marks: readonly Pick<RoundMark, 'group' | 'seat' | 'unit'>[]
): string | null {
  return (
    unitFault(setup, judged) ??
    groupFault(setup, judged) ??
    setup.groups.map((group) => seatFault(group)).find((fault) => fault !== null) ??
    lostMarks(setup, judged, marks)
  )
}

function unitFault({ order }: EvaluationSetup, { units, name }: JudgedIndicator): string | null {
  const known = new Set(units.map(({ code }) => code))
  const stranger = order.find((code) => !known.has(code))
  if (stranger !== undefined) return `单位「${stranger}」不参加「${name}」的评分`
  return new Set(order).size < order.length ? '出场顺序里有单位排了两次' : null
}

function groupFault({ groups, entry }: EvaluationSetup, judged: JudgedIndicator): string | null {
  const names = groups.map(({ name }) => name)
  const wanted = judged.groups.map(({ name }) => name)
  if (names.length !== wanted.length || wanted.some((name) => !names.includes(name)))
    return `评价主体与方案不一致：方案里是${wanted.map((name) => `「${name}」`).join('')}`
  if (!groups.some(isCollected))
    return judged.kind === 'JUDGES' ? '还没有评委席位，至少要有一席' : '还没有写发出的票数'
  const mixed = groups.find((group) =>
    judged.kind === 'JUDGES' ? group.handedOut !== null : group.seats.length > 0
  )
  if (mixed !== undefined) return '席位只用于评委打分，发票数只用于投票'
  if (judged.kind === 'JUDGES' && entry === 'TOTALS') return '评委打分不能只录合计'
  return null
}

function seatFault({ name, seats, handedOut, returned }: SetupGroup): string | null {
  const where = name === '' ? '' : `「${name}」`
  if (new Set(seats.map(({ key }) => key)).size < seats.length) return `${where}有两个席位号码相同`
  const labels = seats.map((seat) => seatLabel(seat))
  const twice = labels.find((label, index) => labels.indexOf(label) !== index)
  if (twice !== undefined) return `${where}有两位评委都叫「${twice}」，分不清是谁打的分，请加以区别`
  if (returned !== null && returned > (handedOut ?? 0))
    return `${where}收回 ${returned} 张，比发出的 ${handedOut ?? 0} 张还多`
  return null
}

function lostMarks(
  { groups, order, entry }: EvaluationSetup,
  judged: JudgedIndicator,
  marks: readonly Pick<RoundMark, 'group' | 'seat' | 'unit'>[]
): string | null {
  if (marks.length === 0) return null
  const unit = marks.find((mark) => !order.includes(mark.unit))?.unit
  if (unit !== undefined) {
    const name = judged.units.find(({ code }) => code === unit)?.name ?? unit
    return `「${name}」已经录了评分，不能从名单里去掉；请先清掉它的评分`
  }
  for (const group of groups) {
    const own = marks.filter((mark) => mark.group === group.name)
    if (own.length === 0) continue
    const where = group.name === '' ? '' : `「${group.name}」`
    if (!isCollected(group)) return `${where}已经录了评分，不能去掉；请先清掉它的评分`
    if (judged.kind === 'JUDGES') {
      const gone = own.find(({ seat }) => !group.seats.some(({ key }) => key === seat))
      if (gone !== undefined) return `${where}评委 ${gone.seat} 已经录了评分，不能去掉；请先清掉他的评分`
      continue
    }
    const byBallot = own.every(({ seat }) => /^[1-9]\d*$/.test(seat))
    if (byBallot !== (entry === 'EACH'))
      return `${where}已经${byBallot ? '逐票录入' : '按合计录入'}，不能换录法；请先清掉已录的票`
    const last = Math.max(...own.map(({ seat }) => Number(seat)))
    if (byBallot && last > (group.handedOut ?? 0))
      return `${where}已经录到第 ${last} 票，发出的票数不能少于它`
  }
  return null
}

import { seatLabel } from '#shared/domain/evaluation/evaluationSetup.ts'
import { markWarning } from '#shared/domain/evaluation/markScale.ts'
import { placeKey, type MarkPlace } from '#shared/domain/evaluation/roundMark.ts'
import type { RoundView } from '#shared/ipc/evaluation.ts'
import { evaluationText as text } from '../../text/evaluation.ts'

export interface GridColumn {
  key: string
  label: string
}

export interface GridRow {
  key: string
  label: string
  /** Name of the group above its first row. */
  band: string | null
  /** Where each column's mark stands. */
  places: readonly MarkPlace[]
}

export interface Grid {
  corner: string
  columns: readonly GridColumn[]
  rows: readonly GridRow[]
}

/** Ballots shown beyond the last one that is filled in. */
const AHEAD = 15

/** The sheet in which a round is keyed in: judges or ballots down and units across; with totals, units down and options across. */
export function gridOf(view: RoundView, groupName: string | null): Grid {
  const { setup, judged, kind } = view
  const names = new Map(judged.units.map(({ code, name }) => [code, name]))
  const units = setup.order.map((unit) => ({ key: unit, label: names.get(unit) ?? unit }))
  if (kind === 'JUDGES') {
    const rows = setup.groups.flatMap((group) =>
      group.seats.map((seat, index): GridRow => ({
        key: JSON.stringify([group.name, seat.key]),
        label: seatLabel(seat),
        band: group.name !== '' && index === 0 ? bandOf(view, group.name) : null,
        places: setup.order.map((unit) => ({ group: group.name, seat: seat.key, unit }))
      }))
    )
    return { corner: text.entry.seat, columns: units, rows }
  }
  const group = groupName ?? setup.groups[0]!.name
  const options = judged.scale.type === 'OPTION' ? judged.scale.options : []
  if (setup.entry === 'TOTALS') {
    return {
      corner: text.entry.unit,
      columns: options.map(({ name }) => ({ key: name, label: name })),
      rows: units.map(({ key: unit, label }) => ({
        key: unit,
        label,
        band: null,
        places: options.map(({ name }) => ({ group, seat: name, unit }))
      }))
    }
  }
  const handedOut = setup.groups.find(({ name }) => name === group)?.handedOut ?? 0
  const used = view.marks.filter((mark) => mark.group === group).map(({ seat }) => Number(seat))
  const count = Math.min(handedOut, Math.max(0, ...used) + AHEAD)
  return {
    corner: text.entry.ballot,
    columns: units,
    rows: Array.from({ length: count }, (_, index) => ({
      key: String(index + 1),
      label: `${index + 1}`,
      band: null,
      places: setup.order.map((unit) => ({ group, seat: String(index + 1), unit }))
    }))
  }
}

export function bandOf({ judged }: RoundView, group: string): string {
  const share = judged.groups.find(({ name }) => name === group)?.share
  return judged.groups.length === 1 || share === undefined ? group : `${group} ${share}%`
}

/** Why a judge's or voter's row does not count, by the rule; by group and label. */
export function invalidSeats({ outcomes }: Pick<RoundView, 'outcomes'>): Map<string, string> {
  const found = new Map<string, string>()
  for (const { marks } of outcomes)
    for (const { group, name, leftOut } of marks)
      if (leftOut?.startsWith('无效票') === true) found.set(JSON.stringify([group, name]), leftOut)
  return found
}

/** What is odd about the marks that stand; by place. */
export function warningsOf({ marks, judged, setup }: RoundView): Map<string, string> {
  const found = new Map<string, string>()
  if (setup.entry === 'TOTALS') return found
  for (const mark of marks) {
    const warning = markWarning(mark.mark, judged.scale)
    if (warning !== null) found.set(placeKey(mark), warning)
  }
  return found
}

/** A block out of Excel as cells; null for a single text. */
export function pastedBlock(text: string): string[][] | null {
  const lines = text.replace(/(\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/)
  if (lines.length === 1 && !lines[0]!.includes('\t')) return null
  return lines.map((line) => line.split('\t'))
}

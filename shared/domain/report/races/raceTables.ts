import { canonical, dec } from '../../number/decimal.ts'
import type { AcrossRow, AcrossTable, RaceCard, RacePlace } from '../../races/raceDesk.ts'
import { emptyRow } from '../lists/listWorkbook.ts'
import { countCell, rankCell } from '../ranking/columnSpec.ts'
import { SIGNATURES } from '../reportFrame.ts'
import type { ReportColumn, ReportRow, ReportTable, TableCell } from '../reportTable.ts'
import { liveTitle, type LiveFrame } from './liveFrame.ts'

/** 六比总表: units down, races across with total and place, the scheme's total in front. */
export function acrossTable(frame: LiveFrame, table: AcrossTable, decimals: number): ReportTable {
  const hasTotal = table.rows.some(({ total }) => total !== null)
  const columns: ReportColumn[] = [
    ...(hasTotal
      ? [{ id: 'RANK', head: '名次', align: 'center', min: 6, max: 8, bold: true } satisfies ReportColumn]
      : []),
    { id: 'UNIT', head: '单位', align: 'left', min: 14, max: 32, bold: true },
    ...(hasTotal
      ? [{ id: 'TOTAL', head: '总分', align: 'right', min: 8, max: 10, tint: true } satisfies ReportColumn]
      : []),
    ...table.races.flatMap(({ race, name }): ReportColumn[] => [
      { id: `S.${race}`, head: '得分', band: name, align: 'right', min: 8, max: 10 },
      { id: `P.${race}`, head: '名次', band: name, align: 'center', min: 6, max: 8 }
    ]),
    { id: 'NOTE', head: '备注', align: 'left', min: 12, max: 40 }
  ]
  return {
    id: `across.${table.code}`,
    name: table.name,
    ...liveTitle(frame, table.name),
    columns,
    rows:
      table.rows.length === 0
        ? emptyRow(columns, '没有单位参加。')
        : table.rows.map((row) => acrossRow(row, table, decimals)),
    foot: [],
    remarks: ['各赛项的得分、名次取自本季度成绩；「/」为不参加该赛项或没有名次。', ...sentencesOf(table)],
    signatures: SIGNATURES,
    pinned: hasTotal ? 2 : 1,
    filter: false,
    orientation: 'LANDSCAPE'
  }
}

function acrossRow(row: AcrossRow, { races }: AcrossTable, decimals: number): ReportRow {
  const cells: Record<string, TableCell> = {
    UNIT: row.name,
    NOTE: [
      ...(row.total?.tied === true ? ['并列'] : []),
      ...races.flatMap(({ race, name }) =>
        row.places[race]?.note ? [`${name}：${row.places[race].note}`] : []
      )
    ].join('；')
  }
  if (row.total !== null) {
    cells['RANK'] = rankCell(row.total.rank)
    cells['TOTAL'] = totalCell(row.total.printed, decimals)
  }
  for (const { race } of races) {
    const place: RacePlace | undefined = row.places[race]
    cells[`S.${race}`] = totalCell(place?.total ?? null, decimals)
    cells[`P.${race}`] = place?.rank == null ? '/' : countCell(place.rank)
  }
  return { cells, ...(row.total?.rank === 1 ? { red: ['RANK', 'UNIT'] } : {}) }
}

function totalCell(printed: string | null, decimals: number): TableCell {
  return printed === null ? '/' : { number: canonical(dec(printed)), decimals }
}

/** How the first unit's total came about, as an example of the rule; nothing without a total. */
function sentencesOf({ rows }: AcrossTable): string[] {
  const first = rows.find(({ total }) => total !== null && total.sentence !== '')
  return first?.total == null ? [] : [`总分算法，以${first.name}为例：${first.total.sentence}`]
}

/** One race: its groups one under the other. */
export function raceTable(frame: LiveFrame, card: RaceCard, decimals: number): ReportTable {
  const columns: ReportColumn[] = [
    { id: 'RANK', head: '名次', align: 'center', min: 6, max: 8, bold: true },
    { id: 'UNIT', head: '单位', align: 'left', min: 16, max: 36, bold: true },
    { id: 'TOTAL', head: '总得分', align: 'right', min: 9, max: 11, tint: true },
    { id: 'NOTE', head: '备注', align: 'left', min: 16, max: 50 }
  ]
  const rows = card.groups.flatMap((group): ReportRow[] => [
    ...(card.groups.length > 1 ? [{ cells: {}, band: group.name }] : []),
    ...group.rows.map(({ name, place }) => ({
      cells: {
        RANK: rankCell(place.rank),
        UNIT: name,
        TOTAL: totalCell(place.total, decimals),
        NOTE: [place.tied ? '并列' : '', place.note].filter((part) => part !== '').join('；')
      },
      ...(place.rank === 1 ? { red: ['RANK', 'UNIT'] } : {})
    }))
  ])
  return {
    id: `race.${card.race}`,
    name: card.name,
    ...liveTitle(frame, card.name, `参赛 ${card.units} 个，排名 ${card.ranked} 个`),
    columns,
    rows: rows.length === 0 ? emptyRow(columns, '没有参赛对象。') : rows,
    foot: [],
    remarks: [],
    signatures: SIGNATURES,
    pinned: 2,
    filter: false,
    orientation: 'PORTRAIT'
  }
}

import { compactScheme } from '#shared/domain/scheme/compactScheme.ts'
import type { FormCell, FormColumn, FormSheet } from '../../reports/form/formSheet.ts'
import { writeFormWorkbook } from '../../reports/form/formWorkbook.ts'
import { cellOf, cellsOf } from './columns.ts'
import type { Codec } from './codec.ts'
import { FORM_HEADERS, readSheets, SHEETS, type SheetTexts } from './layout.ts'
import { valueAt, type Json } from './loose.ts'
import { namesIn, type NamedKind, type Names } from './names.ts'
import { patchesFor } from './patches.ts'
import type { FormSpec, SheetSpec, TableSpec } from './sheetSpec.ts'
import { guideSheet } from './sheets/guide.ts'
import { othersSheet } from './sheets/others.ts'

/** Empty rows below each table, for what people add. */
const SPARE = 15

/** Where the names of each kind stand, for drop-downs. */
const NAME_COLUMNS: Partial<Record<NamedKind, { sheet: string; header: string }>> = {
  lines: { sheet: '战线', header: '战线' },
  units: { sheet: '单位', header: '单位名称' },
  groups: { sheet: '组别', header: '组别' },
  races: { sheet: '赛项与板块', header: '赛项' },
  indicators: { sheet: '指标', header: '指标' },
  boards: { sheet: '榜单', header: '榜单' }
}

/**
 * A scheme, complete or not, as a workbook that people edit. What the sheets cannot say exactly stands on the sheet
 * 其他设置: it is found by reading the sheets back before they are written, so that no field can be forgotten.
 */
export async function writeSchemeWorkbook(definition: Json, at: Date): Promise<Uint8Array> {
  return writeFormWorkbook(schemeSheets(definition), at)
}

export function schemeSheets(definition: Json): FormSheet[] {
  const wanted = compactScheme(definition) as Json
  const names = namesIn(wanted)
  const sheets = SHEETS.map((spec) => sheetOf(spec, wanted, names)).map(withoutEmptyRows)
  const read = readBack(sheets)
  return [guideSheet(), ...sheets, othersSheet(patchesFor(read, wanted), wanted)]
}

/** A sheet whose cells may still be emptied. */
type Draft = FormSheet & { rows: FormCell[][] }

function withoutEmptyRows(sheet: FormSheet): Draft {
  const rows = sheet.rows.filter((row) => row.some((cell) => cell.text !== ''))
  return { ...sheet, rows: rows.map((row) => [...row]) }
}

/**
 * What the sheets say. Cells that a reader would complain about (two groups of one code …) are emptied first, so that
 * a workbook that was written can always be read.
 */
function readBack(sheets: readonly Draft[]): Json {
  for (;;) {
    const complaints: { sheet: string; row: number; header: string }[] = []
    const texts = new Map(sheets.map((sheet) => [sheet.name, textsOf(sheet)]))
    const definition = readSheets(texts, (sheet, row, header) => complaints.push({ sheet, row, header }))
    if (complaints.length === 0) return definition
    for (const { sheet: name, row, header } of complaints) {
      const sheet = sheets.find((candidate) => candidate.name === name)!
      const cells = sheet.rows[row]!
      const column = sheet.columns.findIndex((candidate) => candidate.header === header)
      if ((cells[column]?.text ?? '') === '') cells.fill({ text: '' })
      else cells[column] = { text: '' }
    }
    for (const sheet of sheets) sheet.rows = withoutEmptyRows(sheet).rows
  }
}

function sheetOf(spec: SheetSpec, definition: Json, names: Names): FormSheet {
  return spec.type === 'FORM' ? formOf(spec, definition, names) : tableOf(spec, definition, names)
}

function tableOf(spec: TableSpec, definition: Json, names: Names): FormSheet {
  return {
    name: spec.name,
    intro: spec.purpose,
    columns: spec.columns.map(({ header, width, help, codec }): FormColumn => ({
      header,
      width,
      ...(help === undefined ? {} : { help }),
      ...dropDownOf(codec)
    })),
    rows: spec.rows(definition).map((row) => cellsOf(row, spec.columns, names)),
    spare: SPARE
  }
}

function dropDownOf({ options, from }: Codec): Pick<FormColumn, 'options' | 'from'> {
  if (options !== undefined) return { options }
  const column = from === undefined ? undefined : NAME_COLUMNS[from]
  return column === undefined ? {} : { from: column }
}

function formOf(spec: FormSpec, definition: Json, names: Names): FormSheet {
  const [item, content, help] = FORM_HEADERS
  return {
    name: spec.name,
    intro: spec.purpose,
    columns: [
      { header: item, width: 26, fixed: true },
      { header: content, width: 44 },
      { header: help, width: 56, fixed: true }
    ],
    rows: spec.fields.map(({ label, path, codec, help: meaning, shown }): FormCell[] => [
      { text: label },
      {
        ...cellOf(valueAt(definition, path) ?? shown, codec, names),
        ...(codec.options === undefined ? {} : { options: codec.options })
      },
      { text: meaning }
    ]),
    spare: 0
  }
}

function textsOf(sheet: FormSheet): SheetTexts {
  return sheet.rows.map(
    (row) => new Map(sheet.columns.map(({ header }, index) => [header, row[index]?.text ?? '']))
  )
}

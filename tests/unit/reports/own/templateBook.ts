import ExcelJS from 'exceljs'
import { templateData, type TemplateData } from '#shared/domain/report/template/templateData.ts'
import { NO_PLACES, type TemplatePlaces } from '#shared/domain/report/template/templatePlaces.ts'
import type { ReportOptions } from '#shared/domain/report/reportOptions.ts'
import { fillOwnWorkbook, type OwnTemplateFile } from '#electron/reports/own/ownWorkbook.ts'
import { officeFacts, OPTIONS, type OfficeSize } from '../../../helpers/reportFacts.ts'
import { open, type Opened } from '../openPackage.ts'

/** Cells by address → text, number, or formula of a template. */
export type Cells = Readonly<Record<string, string | number | { formula: string }>>

export async function templateBook(
  sheets: Readonly<Record<string, Cells>>,
  more: (book: ExcelJS.Workbook) => void = () => undefined
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  for (const [name, cells] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name)
    for (const [address, value] of Object.entries(cells)) sheet.getCell(address).value = value
  }
  more(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

export const template = (bytes: Uint8Array, places: TemplatePlaces = NO_PLACES): OwnTemplateFile => ({
  bytes,
  file: '我们的排名表.xlsx',
  places
})

export function dataFor(size: OfficeSize, options: Partial<ReportOptions> = {}): TemplateData {
  return templateData(officeFacts(size), { ...OPTIONS, ...options })
}

export async function filled(
  bytes: Uint8Array,
  data: TemplateData,
  places?: TemplatePlaces
): Promise<Opened & { notes: string[] }> {
  const { bytes: out, notes } = fillOwnWorkbook(template(bytes, places), data)
  return { ...(await open(out)), notes }
}

import { createWorkbookReader } from '#electron/workbook/workbookReader.ts'
import { analyseWorkbook } from '#shared/domain/importing/analyseWorkbook.ts'
import { importFixes } from '#shared/domain/importing/importPlan.ts'
import { allProblems } from '#shared/domain/importing/analysis.ts'
import { schemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { catalogueOf } from '#electron/services/importing/catalogueOf.ts'
import { expectedProblems2026Q3 } from '../../../fixtures/sample/expectedProblems-2026Q3.ts'
import fs from 'node:fs'
const scheme = schemeDefinition.parse(JSON.parse(fs.readFileSync('resources/presets/sports-bureau.scheme.json', 'utf8')))
const reader = createWorkbookReader(); let bad = 0
for (const e of expectedProblems2026Q3) { const raw = await reader.read({ path: 'resources/samples/2026Q3/' + e.file }); const a = analyseWorkbook(raw, catalogueOf(scheme, '2026Q3', []), importFixes.parse({}))
 const got = allProblems(a).filter((p) => p.code === e.code && p.level === e.level && p.place.sheet === e.sheet); const cells = got.map((p) => p.place.cell)
 const missing = e.cells.filter((c) => !cells.includes(c)); if (missing.length || !got.length) { bad++; console.log('MISSING', e, cells) } 
 const extra = cells.filter((c) => !e.cells.includes(c!)); if (extra.length) console.log('extra', e.file, e.code, extra.join()) }
console.log('bad', bad); await reader.close()

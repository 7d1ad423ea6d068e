import { createWorkbookReader } from '#electron/workbook/workbookReader.ts'
import { analyseWorkbook } from '#shared/domain/importing/analyseWorkbook.ts'
import { groupProblems } from '#shared/domain/importing/groupProblems.ts'
import { allProblems } from '#shared/domain/importing/analysis.ts'
import { importFixes } from '#shared/domain/importing/importPlan.ts'
import { schemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { catalogueOf } from '#electron/services/importing/catalogueOf.ts'
import fs from 'node:fs'
const scheme = schemeDefinition.parse(JSON.parse(fs.readFileSync('resources/presets/sports-bureau.scheme.json', 'utf8')))
const reader = createWorkbookReader()
for (const q of (process.argv[2] ?? '2026Q3').split(',')) { const dir = `resources/samples/${q}/`
for (const f of fs.readdirSync(dir)) { if (f.endsWith('.json')) continue
  const raw = await reader.read({ path: dir + f }); const a = analyseWorkbook(raw, catalogueOf(scheme, q, []), importFixes.parse({}))
  console.log('==', f); for (const s of a.sheets) console.log('  ', s.sheet, s.used ? `${s.layout} ${s.unit ? s.unit.code + '/' + s.unit.by : ''} readings ${s.readings.length} adj ${s.adjustments.length}` : 'out: ' + s.leftOut)
  for (const g of groupProblems(allProblems(a))) if (g.level !== 'info' || process.argv[3]) console.log('     ', g.level, g.code, g.title, '|', g.places.map((p) => (p.sheet ?? '') + '!' + p.cell).slice(0, 6).join(), '|', g.message)
} }
await reader.close()

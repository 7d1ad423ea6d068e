import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { reportOptions } from '#shared/domain/report/reportOptions.ts'
import type { ReportFacts } from '#shared/domain/report/reportFacts.ts'
import { templateData } from '#shared/domain/report/template/templateData.ts'
import { NO_PLACES } from '#shared/domain/report/template/templatePlaces.ts'
import { libraryPaths } from '#electron/services/library.ts'
import { fillOwnDocument } from '#electron/reports/own/ownDocument.ts'
import { fillOwnWorkbook } from '#electron/reports/own/ownWorkbook.ts'
import { reportFacts } from '#electron/services/reports/reportFacts.ts'
import { openTemplate } from '#electron/services/reports/templates/fillTemplate.ts'
import { installSample } from '#electron/services/samples.ts'
import { openWorkspace } from '#electron/services/workspace.ts'
import { AT } from './office.ts'
import { presets } from './presets.ts'

/** The sample's frozen quarter. */
const PERIOD = '2026Q2'
const WIDTH = 400

const OPTIONS = reportOptions.parse({
  docNumber: '江体考〔2026〕6号',
  recipients: '各处室、各直属单位：'
})

/** The sample's scheme has no boards: for the picture the first three and the last two of each group stand on one. */
function withBoards(facts: ReportFacts): ReportFacts {
  const races = facts.results.races.map((race) => ({
    ...race,
    boards: race.groups.map((group): (typeof race.boards)[number] => {
      const ranked = group.units.filter(({ rank }) => rank !== null)
      const entry = (side: 'GOOD' | 'BAD') => (unit: (typeof ranked)[number]) => ({
        unit: unit.unit,
        name: unit.name,
        side,
        topic: null,
        rank: unit.rank,
        text: unit.total!.printed,
        reason: `总得分 ${unit.total!.printed} 分，${group.name}第 ${unit.rank} 名`
      })
      return {
        code: 'example',
        name: '红黑榜',
        kind: 'RED_BLACK',
        group: group.group,
        entries: [...ranked.slice(0, 3).map(entry('GOOD')), ...ranked.slice(-2).map(entry('BAD'))],
        exempted: []
      }
    })
  }))
  return { ...facts, results: { ...facts.results, races } }
}

/** Fills every preset with the sample's frozen quarter and draws its first page beside it. */
export async function drawPictures(folder: string): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'liangji-gallery-'))
  const workspace = openWorkspace({
    paths: libraryPaths(work, resolve(folder, '../..')),
    appVersion: '0.0.0',
    create: true,
    now: () => new Date('2026-07-12T01:00:00Z')
  })
  try {
    await installSample(workspace.library, workspace.reader)
    const data = templateData(withBoards(reportFacts(workspace.library, PERIOD)), OPTIONS)
    for (const { id } of presets) {
      const { fileName, bytes, format } = await openTemplate(workspace.library, { preset: id })
      const template = { bytes, file: fileName, places: NO_PLACES }
      const filled = format === 'docx' ? fillOwnDocument(template, data, AT) : fillOwnWorkbook(template, data)
      const file = join(work, fileName)
      writeFileSync(file, filled.bytes)
      const profile = `-env:UserInstallation=file://${join(work, 'office')}`
      execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', work, file], {
        stdio: 'ignore'
      })
      const picture = join(work, id)
      const size = [
        '-png',
        '-f',
        '1',
        '-l',
        '1',
        '-singlefile',
        '-scale-to-x',
        String(WIDTH),
        '-scale-to-y',
        '-1'
      ]
      execFileSync('pdftoppm', [...size, join(work, `${id}.pdf`), picture])
      copyFileSync(`${picture}.png`, join(folder, `${id}.png`))
    }
  } finally {
    await workspace.close()
    rmSync(work, { recursive: true, force: true })
  }
}

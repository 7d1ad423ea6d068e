import type { ImportFileView, ImportSessionView } from '#shared/ipc/importViews.ts'
import type { Problem } from '#shared/problem.ts'
import { readingsOf } from '#db/repos/measurementRepo.ts'
import { countsOf } from '../../workbook/packAnalysis.ts'
import type { Library } from '../library.ts'
import { versionOf } from '../schemes.ts'
import { getSettings } from '../settings.ts'
import { fileView, problemsOf } from './fileView.ts'
import { isReady, type ImportSession } from './session.ts'

/** Problems of all files that are to be imported. */
export function sessionProblems(session: ImportSession): Problem[] {
  return session.files.filter(isReady).flatMap(problemsOf)
}

/** Units without any value, counting what is in the database and what this import would bring. */
function unitsStillMissing(library: Library, session: ImportSession): string[] {
  const scheme = versionOf(library, session.period).definition
  const heard = new Set(readingsOf(library.db, session.period).map((reading) => reading.unit))
  for (const file of session.files.filter(isReady)) {
    for (const sheet of file.analysis.sheets) for (const unit of countsOf(sheet).units) heard.add(unit)
  }
  const expected = new Set(
    scheme.groups.flatMap((group) =>
      group.members.filter((member) => member.rankMode !== 'EXCLUDED').map((member) => member.unit)
    )
  )
  return scheme.units
    .filter((unit) => expected.has(unit.code) && !heard.has(unit.code))
    .map((unit) => unit.name)
}

export function sessionView(library: Library, session: ImportSession): ImportSessionView {
  const files = session.files.map(fileView)
  const ready = files.filter((file) => file.status === 'READY')
  const total = (pick: (file: ImportFileView) => number): number =>
    ready.reduce((sum, file) => sum + pick(file), 0)
  const errors = total((file) => file.counts.errors)
  const blockedBy = ready.length === 0 ? '没有可以导入的文件' : errors > 0 ? `还有 ${errors} 处必须修` : null
  return {
    session: session.id,
    period: session.period,
    files,
    totals: {
      cells: total((file) => file.counts.cells),
      ready: ready.length,
      errors,
      confirms: total((file) => file.counts.confirms),
      infos: total((file) => file.counts.infos),
      missingUnits: unitsStillMissing(library, session)
    },
    review: getSettings(library).reviewImports,
    undoable: session.undo.length > 0,
    canCommit: blockedBy === null,
    blockedBy
  }
}

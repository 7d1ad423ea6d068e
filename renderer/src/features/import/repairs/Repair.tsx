import { Button } from 'antd'
import type { ReactElement } from 'react'
import { registerType } from '#shared/domain/register/registerItem.ts'
import type { ImportFileDetail, ProblemGroupView } from '#shared/ipc/importViews.ts'
import { confirmCells, importText } from '../../../text/import.ts'
import {
  withCells,
  withClass,
  withConfirmed,
  withEmptyWords,
  withIndicator,
  withRegister,
  withSheetUsed
} from '../fixes.ts'
import { groupSubject, isFillable, repairKind } from '../repairKind.ts'
import type { Named } from '../useNames.ts'
import { CellRepair } from './CellRepair.tsx'
import { ChoiceRepair } from './ChoiceRepair.tsx'
import { EmptyWordRepair, meaningOf } from './EmptyWordRepair.tsx'
import { FileChoice } from './FileChoice.tsx'
import type { RepairContext } from './repairContext.ts'
import { SheetChoice } from './SheetChoice.tsx'

const { repair } = importText

/** The repair that a group of problems is offered; an answer settles all of its cells. */
export function Repair({
  group,
  context
}: {
  group: ProblemGroupView
  context: RepairContext
}): ReactElement | null {
  const { detail, names, work } = context
  const file = detail.file.id
  const subject = groupSubject(group)
  const sheet = group.problems[0]?.place.sheet ?? null
  const best = candidates(group)
  const fix = (fixes: ImportFileDetail['fixes']): void => work.fix(file, fixes)
  const confirm = (): void => fix(withConfirmed(detail.fixes, group.group, true))

  switch (repairKind(group)) {
    case 'UNIT':
      return (
        <ChoiceRepair
          all={names.units}
          best={best}
          placeholder={repair.chooseUnit}
          rememberable
          busy={work.busy}
          onChoose={(unit, remember) => work.fixAll({ units: { [subject]: { unit, remember } } })}
          skipText={repair.skipRows}
          onSkip={() => work.fixAll({ units: { [subject]: 'SKIP' } })}
        />
      )
    case 'INDICATOR':
      return (
        <ChoiceRepair
          all={names.indicators}
          best={best}
          placeholder={repair.chooseIndicator}
          busy={work.busy}
          onChoose={(code) => fix(withIndicator(detail.fixes, subject, code))}
          onSkip={() => fix(withIndicator(detail.fixes, subject, null))}
        />
      )
    case 'CLASS':
      return (
        <ChoiceRepair
          all={names.classes}
          best={best}
          placeholder={repair.chooseClass}
          busy={work.busy}
          onChoose={(code) => fix(withClass(detail.fixes, subject, code))}
          skipText={repair.skipCell}
          onSkip={() => fix(withCells(detail.fixes, group.problems, { as: 'SKIP' }))}
        />
      )
    case 'SHEET_UNIT':
    case 'SHEET_INDICATOR':
      return sheet === null ? null : <SheetChoice group={group} context={context} sheet={sheet} best={best} />
    case 'CELL':
      return (
        <CellRepair
          fillable={isFillable(group.code)}
          busy={work.busy}
          onAnswer={(answer) => fix(withCells(detail.fixes, group.problems, answer))}
        />
      )
    case 'EMPTY_WORD':
      return (
        <EmptyWordRepair
          meaning={meaningOf(subject)}
          count={group.problems.length}
          busy={work.busy}
          onMeaning={(meaning) => fix(withEmptyWords(detail.fixes, wordsOf(group), meaning))}
          onConfirm={confirm}
        />
      )
    case 'SHEET':
      return sheet === null ? null : (
        <div className="rp-row">
          <Button
            size="small"
            disabled={work.busy}
            onClick={() => fix(withSheetUsed(detail.fixes, sheet, true))}
          >
            {repair.useSheet}
          </Button>
          <Button
            size="small"
            disabled={work.busy}
            onClick={() => fix(withSheetUsed(detail.fixes, sheet, false))}
          >
            {repair.skipSheet}
          </Button>
        </div>
      )
    case 'HEADER':
      return (
        <div className="rp-row">
          <Button size="small" disabled={work.busy} onClick={() => context.onHeader(sheet)}>
            {repair.toHeader}
          </Button>
          {group.level === 'confirm' ? (
            <Button size="small" disabled={work.busy} onClick={confirm}>
              {confirmCells(1)}
            </Button>
          ) : null}
          {group.level === 'error' && sheet !== null ? (
            <Button
              size="small"
              disabled={work.busy}
              onClick={() => fix(withSheetUsed(detail.fixes, sheet, false))}
            >
              {repair.skipSheet}
            </Button>
          ) : null}
        </div>
      )
    case 'PART':
      return (
        <ChoiceRepair
          all={[]}
          best={best}
          placeholder={repair.choosePart}
          busy={work.busy}
          onChoose={(name) => fix(withClass(detail.fixes, subject, name))}
          skipText={repair.skipCell}
          onSkip={() => fix(withCells(detail.fixes, group.problems, { as: 'SKIP' }))}
        />
      )
    case 'REGISTER':
      return sheet === null ? null : (
        <ChoiceRepair
          all={best}
          best={[]}
          placeholder={repair.chooseRegister}
          busy={work.busy}
          onChoose={(type) => fix(withRegister(detail.fixes, sheet, registerType.parse(type)))}
          skipText={repair.skipSheet}
          onSkip={() => fix(withSheetUsed(detail.fixes, sheet, false))}
        />
      )
    case 'FILE':
      return <FileChoice group={group} context={context} other={subject} />
    case 'CONFIRM':
      return (
        <div className="rp-row rp-end">
          <Button size="small" disabled={work.busy} onClick={confirm}>
            {confirmCells(group.problems.length)}
          </Button>
        </div>
      )
    case 'NOTE':
      return null
  }
}

function candidates(group: ProblemGroupView): Named[] {
  const all = group.problems.flatMap((problem) => problem.candidates ?? [])
  return all.filter((one, index) => all.findIndex((other) => other.code === one.code) === index)
}

function wordsOf(group: ProblemGroupView): string[] {
  return [
    ...new Set(
      group.problems.flatMap((problem) => (problem.value === undefined ? [] : [problem.value.trim()]))
    )
  ]
}

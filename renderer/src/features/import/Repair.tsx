import { Button } from 'antd'
import type { ReactElement } from 'react'
import type { ImportFileDetail, ImportSessionView, ProblemGroupView } from '#shared/ipc/import.ts'
import { confirmCells, importText, skipOtherFile } from '../../text/import.ts'
import {
  withCells,
  withClass,
  withConfirmed,
  withEmptyWords,
  withIndicator,
  withSheetIndicator,
  withSheetUnit,
  withSheetUsed
} from './fixes.ts'
import { groupSubject, isFillable, repairKind } from './repairKind.ts'
import { CellRepair } from './repairs/CellRepair.tsx'
import { ChoiceRepair } from './repairs/ChoiceRepair.tsx'
import { EmptyWordRepair, type Meaning } from './repairs/EmptyWordRepair.tsx'
import type { ImportWork } from './useImportSession.ts'
import type { Named, Names } from './useNames.ts'

const { repair } = importText

export interface RepairContext {
  session: ImportSessionView
  detail: ImportFileDetail
  names: Names
  work: ImportWork
  /** Opens the header step on a sheet. */
  onHeader: (sheet: string | null) => void
}

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
          onChoose={(code, remember) => work.fixUnit(subject, code, remember)}
          skipText={repair.skipRows}
          onSkip={() => work.fixUnit(subject, null, false)}
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

const meaningOf = (subject: string): Meaning => (subject === 'MISSING' || subject === 'ZERO' ? subject : 'NA')

function wordsOf(group: ProblemGroupView): string[] {
  return [
    ...new Set(
      group.problems.flatMap((problem) => (problem.value === undefined ? [] : [problem.value.trim()]))
    )
  ]
}

interface SheetProps {
  group: ProblemGroupView
  context: RepairContext
  sheet: string
  best: readonly Named[]
}

function SheetChoice({ group, context: { detail, names, work }, sheet, best }: SheetProps): ReactElement {
  const unit = repairKind(group) === 'SHEET_UNIT'
  const fix = (fixes: ImportFileDetail['fixes']): void => work.fix(detail.file.id, fixes)
  const plan = detail.sheets.find((one) => one.sheet === sheet)
  const now = names.units.filter(({ code }) => code === plan?.unit?.code)
  return (
    <ChoiceRepair
      all={unit ? names.units : names.indicators}
      best={best.length > 0 ? best : unit ? now : []}
      placeholder={unit ? repair.chooseUnit : repair.chooseIndicator}
      busy={work.busy}
      onChoose={(code) =>
        fix(
          withConfirmed(
            unit ? withSheetUnit(detail.fixes, sheet, code) : withSheetIndicator(detail.fixes, sheet, code),
            group.group,
            group.level === 'confirm'
          )
        )
      }
      skipText={repair.skipSheet}
      onSkip={() => fix(withSheetUsed(detail.fixes, sheet, false))}
    />
  )
}

function FileChoice(props: { group: ProblemGroupView; context: RepairContext; other: string }): ReactElement {
  const { group, other } = props
  const { session, detail, work } = props.context
  const file = session.files.find((one) => one.name === other && one.id !== detail.file.id)
  return (
    <div className="rp-row">
      <Button
        size="small"
        disabled={work.busy}
        onClick={() => work.fix(detail.file.id, withCells(detail.fixes, group.problems, { as: 'SKIP' }))}
      >
        {repair.skipThisFile}
      </Button>
      {file === undefined ? null : (
        <Button size="small" disabled={work.busy} onClick={() => work.skipFile(file.id, true)}>
          {skipOtherFile(other)}
        </Button>
      )}
    </div>
  )
}

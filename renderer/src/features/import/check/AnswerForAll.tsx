import { Button } from 'antd'
import type { ReactElement } from 'react'
import type { SessionProblemGroup } from '#shared/ipc/importViews.ts'
import { importText } from '../../../text/import.ts'
import { checkText, scopeText } from '../../../text/importCheck.ts'
import { ChoiceRepair } from '../repairs/ChoiceRepair.tsx'
import { EmptyWordRepair, meaningOf } from '../repairs/EmptyWordRepair.tsx'
import { Repair } from '../repairs/Repair.tsx'
import type { RepairContext } from '../repairs/repairContext.ts'
import { answerForAll, groupInFile } from './sharedAnswer.ts'

const { repair } = importText

interface Props {
  group: SessionProblemGroup
  context: RepairContext
}

/** The repair that settles a group in every file; where the answer differs, the one of the file on the screen. */
export function AnswerForAll({ group, context }: Props): ReactElement | null {
  const { detail, names, work } = context
  const answer = answerForAll(group)
  const accept = (accepted: boolean): void => work.fixAll({ confirmed: { [group.group]: accepted } })
  const scope = scopeText(group.files.length, group.count)
  switch (answer.kind) {
    case 'UNIT':
      return (
        <ChoiceRepair
          all={names.units}
          best={group.candidates}
          placeholder={repair.chooseUnit}
          rememberable
          busy={work.busy}
          onChoose={(unit, remember) => work.fixAll({ units: { [answer.text]: { unit, remember } } })}
          skipText={repair.skipRows}
          onSkip={() => work.fixAll({ units: { [answer.text]: 'SKIP' } })}
        />
      )
    case 'INDICATOR':
      return (
        <ChoiceRepair
          all={names.indicators}
          best={group.candidates}
          placeholder={repair.chooseIndicator}
          busy={work.busy}
          onChoose={(indicator) => work.fixAll({ indicators: { [answer.text]: { indicator } } })}
          onSkip={() => work.fixAll({ indicators: { [answer.text]: 'SKIP' } })}
        />
      )
    case 'CLASS':
    case 'PART':
      return (
        <ChoiceRepair
          all={answer.kind === 'CLASS' ? names.classes : []}
          best={group.candidates}
          placeholder={answer.kind === 'CLASS' ? repair.chooseClass : repair.choosePart}
          busy={work.busy}
          onChoose={(code) => work.fixAll({ classes: { [answer.text]: code } })}
        />
      )
    case 'EMPTY_WORD':
      return (
        <EmptyWordRepair
          meaning={meaningOf(group.group.slice(group.code.length + 1))}
          count={group.count}
          busy={work.busy}
          onMeaning={(meaning) =>
            work.fixAll({ emptyWords: Object.fromEntries(answer.words.map((word) => [word, meaning])) })
          }
          onConfirm={() => accept(true)}
        />
      )
    case 'NEW_WORD':
      return (
        <div className="rp-row">
          {(['MISSING', 'NA'] as const).map((meaning) => (
            <Button
              key={meaning}
              size="small"
              disabled={work.busy}
              title={scope}
              onClick={() => work.fixAll({ emptyWords: { [answer.word]: meaning } })}
            >
              {meaning === 'MISSING' ? repair.missing : repair.na}
            </Button>
          ))}
        </div>
      )
    case 'CONFIRM':
      return (
        <div className="rp-row rp-end">
          <Button size="small" disabled={work.busy} title={scope} onClick={() => accept(true)}>
            {checkText.confirmAll(group.count)}
          </Button>
        </div>
      )
    case 'NOTE':
      // Groups without files have nothing that could have been accepted.
      return group.accepted && group.files.length > 0 ? (
        <div className="rp-row rp-end">
          <Button size="small" disabled={work.busy} onClick={() => accept(false)}>
            {checkText.takeBackAll}
          </Button>
        </div>
      ) : null
    case 'EACH': {
      const key = groupInFile(group.group, detail.file.id)
      const own = detail.groups.find((one) => one.group === key)
      return (
        <>
          {own !== undefined && group.files.length === 1 ? null : (
            <p className="small quiet">{own === undefined ? checkText.each : checkText.eachHere}</p>
          )}
          {own === undefined ? null : <Repair group={own} context={context} />}
        </>
      )
    }
  }
}

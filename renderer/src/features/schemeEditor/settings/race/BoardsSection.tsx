import { Button, Dropdown } from 'antd'
import type { ReactElement } from 'react'
import { EmptyState } from '../../../../components/EmptyState.tsx'
import { Panel } from '../../../../components/Panel.tsx'
import { raceSettingsText } from '../../../../text/raceSettings.ts'
import { boardSentence } from '../../../../text/raceSentences.ts'
import { newCode } from '../../draft/newCode.ts'
import { RowTools } from '../fields/RowTools.tsx'
import { TextField } from '../fields/TextField.tsx'
import { moveAt, removeAt, replaceAt } from '../listEdits.ts'
import { BoardFields } from './BoardFields.tsx'
import type { DraftBoard, RaceSectionProps } from './raceSection.ts'

const { boards: text, sections, labels } = raceSettingsText
type Kind = keyof typeof text.kinds
const KINDS = Object.keys(text.kinds) as Kind[]

/** 榜单 of a race, each with its conditions read out. */
export function BoardsSection({ race, names, edit }: RaceSectionProps): ReactElement {
  const boards = race.boards ?? []
  const write = (update: (boards: readonly DraftBoard[]) => DraftBoard[], merge?: string): void =>
    edit((before) => ({ ...before, boards: update(before.boards ?? []) }), labels.boards, merge)
  const add = (kind: Kind): void =>
    write((before) => [
      ...before,
      newBoard(
        kind,
        newCode(
          'board',
          before.map((board) => board.code)
        )
      )
    ])
  return (
    <Panel
      title={sections.BOARDS}
      hint={text.hint}
      scroll
      extra={
        <Dropdown
          trigger={['click']}
          menu={{
            items: KINDS.map((kind) => ({
              key: kind,
              label: (
                <span className="set-menu">
                  <b>{text.kinds[kind].name}</b>
                  <span className="small quiet">{text.kinds[kind].hint}</span>
                </span>
              )
            })),
            onClick: ({ key }) => add(key as Kind)
          }}
        >
          <Button size="small">{text.add}</Button>
        </Dropdown>
      }
    >
      {boards.length === 0 ? (
        <EmptyState title={text.none.title} hint={text.none.hint} />
      ) : (
        boards.map((board, index) => (
          <section className="set-card" key={board.code ?? index}>
            <div className="set-grid">
              <TextField
                label={text.name}
                hint={board.kind === undefined ? undefined : text.kinds[board.kind].name}
                value={board.name}
                required
                onChange={(name) =>
                  write(
                    (before) => replaceAt(before, index, (item) => ({ ...item, name })),
                    `board:${index}:name`
                  )
                }
              />
              <BoardFields
                board={board}
                race={race}
                onChange={(next, merge) =>
                  write(
                    (before) => replaceAt(before, index, () => next),
                    merge === undefined ? undefined : `board:${index}:${merge}`
                  )
                }
              />
              <div className="set-card-tools">
                <RowTools
                  ordered
                  name={board.name ?? ''}
                  onUp={index === 0 ? undefined : () => write((before) => moveAt(before, index, index - 1))}
                  onDown={
                    index === boards.length - 1
                      ? undefined
                      : () => write((before) => moveAt(before, index, index + 1))
                  }
                  onRemove={() => write((before) => removeAt(before, index))}
                />
              </div>
            </div>
            <p className="set-says">{boardSentence(board, names)}</p>
          </section>
        ))
      )}
    </Panel>
  )
}

/** A new board says its numbers, so that none is a hidden default (S55: first 5, last 4; S49: first 3, last 1). */
function newBoard(kind: Kind, code: string): DraftBoard {
  const { name } = text.kinds[kind]
  switch (kind) {
    case 'RED_BLACK':
      return { kind, code, name, measure: { by: 'TOTAL' }, first: 5, last: 4, fulfilled: '100' }
    case 'TOPICS':
      return { kind, code, name, topics: 'DIMENSIONS', first: 3, last: 1 }
    case 'MOVERS':
      return { kind, code, name, up: 3, down: 3, atLeast: 1 }
    case 'CALLED_IN':
      return { kind, code, name, belowMean: true, last: 0 }
  }
}

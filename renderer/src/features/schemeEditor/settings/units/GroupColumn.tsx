import { Checkbox, Input } from 'antd'
import { useState, type DragEvent, type ReactElement } from 'react'
import type { RankMode } from '#shared/domain/scheme/schemeDefinition.ts'
import { Icon } from '../../../../components/Icon.tsx'
import { RANK_MODES } from '../../../../text/scheme.ts'
import { groupsText as text } from '../../../../text/schemeSettings.ts'
import type { Draft, DraftGroup, DraftNames } from '../../editorTab.ts'

interface Member {
  unit?: string | undefined
  rankMode?: RankMode | undefined
}

interface Props {
  draft: Draft
  names: DraftNames
  places: ReadonlyMap<string, readonly DraftGroup[]>
  /** Null: the units that stand in no group yet. */
  group: DraftGroup | null
  members: readonly Member[]
  ticked: readonly string[]
  onTick: (unit: string, on: boolean) => void
  onDrop: (unit: string) => void
  onRename?: (name: string) => void
  onRemove?: () => void
  onTakeOut?: (unit: string) => void
}

const UNIT = 'text/x-liangji-unit'

/** One group with its members; units can be dropped on it. */
export function GroupColumn(props: Props): ReactElement {
  const { group, members } = props
  const [over, setOver] = useState(false)
  const count = (mode: RankMode): number =>
    members.filter((member) => (member.rankMode ?? 'RANKED') === mode).length
  function accept(event: DragEvent): void {
    if (!event.dataTransfer.types.includes(UNIT)) return
    event.preventDefault()
    setOver(true)
  }
  const name = group === null ? text.unassigned : (group.name ?? '')
  return (
    <section
      className={['board-column', group === null ? 'board-rest' : '', over ? 'board-over' : ''].join(' ')}
      aria-label={name}
      onDragOver={accept}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false)
        const unit = event.dataTransfer.getData(UNIT)
        if (unit === '') return
        event.preventDefault()
        props.onDrop(unit)
      }}
    >
      <div className="board-head">
        {group === null ? (
          <b className="grow">{name}</b>
        ) : (
          <Input
            size="small"
            variant="filled"
            aria-label={text.name}
            value={name}
            status={name.trim() === '' ? 'warning' : ''}
            onChange={(event) => props.onRename?.(event.target.value)}
          />
        )}
        {group === null ? null : (
          <span className="row-tools">
            <button
              type="button"
              aria-label={text.removeGroup(name)}
              title={text.removeGroup(name)}
              onClick={props.onRemove}
            >
              <Icon name="close" />
            </button>
          </span>
        )}
      </div>
      <p className="board-count small quiet">
        {group === null
          ? `${members.length} 个`
          : text.members(count('RANKED'), count('LISTED_NOT_RANKED'), count('EXCLUDED'))}
      </p>
      <ul className="board-list">
        {members.map((member, index) => (
          <Chip key={`${member.unit ?? ''}-${index}`} {...props} member={member} />
        ))}
        {members.length > 0 ? null : (
          <li className="board-empty small quiet">{group === null ? text.unassignedDone : text.empty}</li>
        )}
      </ul>
    </section>
  )
}

function Chip({
  member,
  group,
  places,
  names,
  ticked,
  onTick,
  onTakeOut
}: Props & { member: Member }): ReactElement {
  const unit = member.unit ?? ''
  const name = names.unit(member.unit)
  const stands = places.get(unit) ?? []
  return (
    <li
      className="board-unit"
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(UNIT, unit)
        event.dataTransfer.effectAllowed = 'move'
      }}
    >
      <Checkbox checked={ticked.includes(unit)} onChange={(event) => onTick(unit, event.target.checked)}>
        <span className="board-name" title={name}>
          {name}
        </span>
      </Checkbox>
      {member.rankMode === undefined || member.rankMode === 'RANKED' ? null : (
        <span className="tag">{RANK_MODES[member.rankMode]}</span>
      )}
      {stands.length < 2 ? null : (
        <>
          <span
            className="tag tag-ask"
            title={text.doubleTitle(stands.map((item) => item.name ?? '').join('、'))}
          >
            {text.double}
          </span>
          <span className="row-tools">
            <button
              type="button"
              aria-label={text.takeOut(name, group?.name ?? '')}
              title={text.takeOut(name, group?.name ?? '')}
              onClick={() => onTakeOut?.(unit)}
            >
              <Icon name="close" />
            </button>
          </span>
        </>
      )}
    </li>
  )
}

import { App, Button, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import type { RankMode } from '#shared/domain/scheme/schemeDefinition.ts'
import { EmptyState } from '../../../../components/EmptyState.tsx'
import { Panel } from '../../../../components/Panel.tsx'
import { RANK_MODES } from '../../../../text/scheme.ts'
import { groupsText as text } from '../../../../text/schemeSettings.ts'
import { codeOptions } from '../../draft/draftNames.ts'
import type { DraftRace, EditorTabProps } from '../../editorTab.ts'
import { replaceAt } from '../listEdits.ts'
import { GroupColumn } from './GroupColumn.tsx'
import {
  addGroup,
  assign,
  candidatesOf,
  groupsOf,
  membershipFaults,
  placesOf,
  removeGroup,
  setRankMode,
  unusedGroups
} from './groupEdits.ts'

const OUT = ''
/** The board of groups that no race uses. */
const UNUSED = '*'
const MODES = (Object.keys(RANK_MODES) as RankMode[]).map((value) => ({
  value,
  label: RANK_MODES[value],
  hint: text.modes[value]
}))

/** Groups of a race side by side: tick units and move them, or drag them; who stands nowhere or twice is in sight. */
export function GroupsSection({ draft, change, names }: EditorTabProps): ReactElement {
  const { message } = App.useApp()
  const races = draft.races ?? []
  const [raceCode, setRaceCode] = useState<string | undefined>(races[0]?.code)
  const [ticked, setTicked] = useState<readonly string[]>([])
  const unused = unusedGroups(draft)
  const race: DraftRace | undefined =
    raceCode === UNUSED && unused !== null
      ? { groups: unused }
      : (races.find((item) => item.code === raceCode) ?? races[0])
  const groups = groupsOf(draft, race)
  const places = placesOf(draft, race)
  const isUnused = race !== undefined && !races.includes(race)
  const unassigned = isUnused
    ? []
    : race === undefined
      ? candidatesOf(draft, race).flatMap(({ code }) =>
          code === undefined || places.has(code) ? [] : [code]
        )
      : membershipFaults(draft, race).unassigned
  const chosen = ticked.filter((code) => draft.units?.some((unit) => unit.code === code) === true)

  function move(units: readonly string[], group: string | null): void {
    if (units.length === 0) return
    change((before) => assign(before, race, units, group), text.labels.assign)
    setTicked([])
  }
  function drop(unit: string, group: string | null): void {
    move(chosen.includes(unit) ? chosen : [unit], group)
  }
  function tick(unit: string, on: boolean): void {
    setTicked(on ? [...chosen, unit] : chosen.filter((code) => code !== unit))
  }

  const shared = { draft, names, places, ticked: chosen, onTick: tick }
  return (
    <Panel
      title={text.title}
      hint={text.hint}
      extra={
        <>
          {races.length === 0 ? null : (
            <Select
              size="small"
              className="set-race"
              aria-label={text.race}
              value={isUnused ? UNUSED : race?.code}
              options={[
                ...codeOptions(races),
                ...(unused === null ? [] : [{ value: UNUSED, label: text.unused }])
              ]}
              onChange={(value) => setRaceCode(value)}
            />
          )}
          <Button
            size="small"
            onClick={() =>
              change((before) => addGroup(before, isUnused ? undefined : race, text.newName), text.labels.add)
            }
          >
            {text.add}
          </Button>
        </>
      }
    >
      <div className="set-table">
        <div className="set-bar">
          <span className="soft small set-bar-words">{text.selected(chosen.length)}</span>
          <Select
            size="small"
            className="set-race"
            aria-label={text.moveTo}
            placeholder={text.moveTo}
            value={null}
            disabled={chosen.length === 0}
            options={[...codeOptions(groups), { value: OUT, label: text.out }]}
            onChange={(value: string | null) => move(chosen, value === OUT ? null : value)}
          />
          <Select<RankMode | null, (typeof MODES)[number]>
            size="small"
            className="set-race"
            aria-label={text.mode}
            placeholder={text.mode}
            value={null}
            disabled={chosen.length === 0}
            options={MODES}
            optionRender={({ data }) => (
              <span>
                {data.label}
                <span className="small quiet set-option-hint">{data.hint}</span>
              </span>
            )}
            popupMatchSelectWidth={false}
            onChange={(mode) => {
              if (mode === null) return
              change((before) => setRankMode(before, race, chosen, mode), text.labels.mode)
              setTicked([])
            }}
          />
          {chosen.length === 0 ? null : (
            <button type="button" className="link small" onClick={() => setTicked([])}>
              {text.clear}
            </button>
          )}
        </div>
        {groups.length === 0 ? <EmptyState title={text.none.title} hint={text.none.hint} /> : null}
        <div className="board">
          {isUnused ? null : (
            <GroupColumn
              {...shared}
              group={null}
              members={unassigned.map((unit) => ({ unit, rankMode: undefined }))}
              onDrop={(unit) => drop(unit, null)}
            />
          )}
          {groups.map((group) => (
            <GroupColumn
              key={group.code}
              {...shared}
              group={group}
              members={inOrder(group.members ?? [], draft.units?.map((unit) => unit.code) ?? [])}
              onDrop={(unit) => drop(unit, group.code ?? null)}
              onRename={(name) =>
                change(
                  (before) => ({
                    ...before,
                    groups: replaceAt(
                      before.groups,
                      (before.groups ?? []).findIndex((item) => item.code === group.code),
                      (item) => ({ ...item, name })
                    )
                  }),
                  text.labels.rename,
                  `group:${group.code ?? ''}:name`
                )
              }
              onRemove={() => {
                change((before) => removeGroup(before, group.code ?? ''), text.labels.remove)
                void message.success(text.removed(names.group(group.code)))
              }}
              onTakeOut={(unit) =>
                change(
                  (before) => ({
                    ...before,
                    groups: (before.groups ?? []).map((item) =>
                      item.code === group.code
                        ? { ...item, members: item.members?.filter((member) => member.unit !== unit) }
                        : item
                    )
                  }),
                  text.labels.assign
                )
              }
            />
          ))}
        </div>
      </div>
    </Panel>
  )
}

function inOrder<T extends { unit?: string | undefined }>(
  members: readonly T[],
  order: readonly (string | undefined)[]
): T[] {
  return [...members].sort((a, b) => order.indexOf(a.unit) - order.indexOf(b.unit))
}

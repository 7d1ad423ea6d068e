import type { ReactElement } from 'react'
import type { GroupDefinition, SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { Panel } from '../../components/Panel.tsx'
import { RANK_MODES, schemeText as text, UNIT_KINDS } from '../../text/scheme.ts'
import { successionText } from '../../text/schemeSettings.ts'
import { successionSentence } from '../../text/successionSentence.ts'
import { unitSpan } from '../../text/unitSpan.ts'
import { draftNames } from '../schemeEditor/draft/draftNames.ts'

/** Groups with their members in the organisation's own order, and what became of units within the year. */
export function UnitTab({ scheme }: { scheme: SchemeDefinition }): ReactElement {
  return (
    <div className="scheme-groups">
      {scheme.groups.map((group) => (
        <Group key={group.code} group={group} scheme={scheme} />
      ))}
      {scheme.successions.length === 0 ? null : <Successions scheme={scheme} />}
    </div>
  )
}

function Group({ group, scheme }: { group: GroupDefinition; scheme: SchemeDefinition }): ReactElement {
  const listed = group.members.filter((member) => member.rankMode === 'LISTED_NOT_RANKED').length
  const ranked = group.members.filter((member) => member.rankMode === 'RANKED').length
  const members = new Map(group.members.map((member) => [member.unit, member.rankMode]))
  // Columns that nobody has anything in would only push names together.
  const units = scheme.units.filter((unit) => members.has(unit.code))
  const hasStaff = units.some((unit) => unit.staff !== undefined)
  const hasSpan = units.some((unit) => unitSpan(unit) !== '')
  return (
    <Panel title={group.name} hint={text.groupHint(ranked, listed)} scroll>
      <table className="plain">
        <thead>
          <tr>
            <th className="num">{text.unitHead.order}</th>
            <th>{text.unitHead.unit}</th>
            <th>{text.unitHead.kind}</th>
            <th>{text.unitHead.line}</th>
            <th>{text.unitHead.mode}</th>
            {hasStaff ? <th className="num">{text.staff}</th> : null}
            {hasSpan ? <th>{text.span}</th> : null}
            <th>{text.unitHead.aliases}</th>
          </tr>
        </thead>
        <tbody>
          {scheme.units.flatMap((unit, index) => {
            const mode = members.get(unit.code)
            if (mode === undefined) return []
            return [
              <tr key={unit.code}>
                <td className="num quiet">{index + 1}</td>
                <td className="nowrap bold">{unit.name}</td>
                <td className="soft nowrap">{UNIT_KINDS[unit.kind]}</td>
                <td className="soft nowrap">
                  {scheme.lines.find((line) => line.code === unit.line)?.name ?? ''}
                </td>
                <td className="nowrap">
                  {mode === 'RANKED' ? (
                    <span className="soft">{RANK_MODES.RANKED}</span>
                  ) : (
                    <span className="tag">{RANK_MODES[mode]}</span>
                  )}
                </td>
                {hasStaff ? <td className="num soft">{unit.staff ?? ''}</td> : null}
                {hasSpan ? <td className="soft small nowrap">{unitSpan(unit)}</td> : null}
                <td className="quiet small">{unit.aliases.join('、')}</td>
              </tr>
            ]
          })}
        </tbody>
      </table>
    </Panel>
  )
}

function Successions({ scheme }: { scheme: SchemeDefinition }): ReactElement {
  const names = draftNames(scheme)
  return (
    <Panel title={text.successions.title} hint={text.successions.hint(scheme.successions.length)} scroll>
      <table className="plain">
        <tbody>
          {scheme.successions.map((entry, index) => (
            <tr key={index}>
              <td className="bold nowrap">{successionText.kinds[entry.kind]}</td>
              <td className="soft">
                {successionSentence(entry, names, scheme.policies.newUnitQuarters)}
                {entry.basis === '' ? '' : `${successionText.basis}：${entry.basis}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

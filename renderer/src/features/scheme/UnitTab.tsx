import type { ReactElement } from 'react'
import type { SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { Panel } from '../../components/Panel.tsx'
import { RANK_MODES, schemeText as text, UNIT_KINDS } from '../../text/scheme.ts'

/** Groups with their members in the organisation's own order. */
export function UnitTab({ scheme }: { scheme: SchemeDefinition }): ReactElement {
  return (
    <div className="scheme-groups">
      {scheme.groups.map((group) => {
        const listed = group.members.filter((member) => member.rankMode === 'LISTED_NOT_RANKED').length
        const ranked = group.members.filter((member) => member.rankMode === 'RANKED').length
        return (
          <Panel key={group.code} title={group.name} hint={text.groupHint(ranked, listed)} scroll>
            <table className="plain">
              <thead>
                <tr>
                  <th className="num">{text.unitHead.order}</th>
                  <th>{text.unitHead.unit}</th>
                  <th>{text.unitHead.kind}</th>
                  <th>{text.unitHead.line}</th>
                  <th>{text.unitHead.mode}</th>
                  <th>{text.unitHead.aliases}</th>
                </tr>
              </thead>
              <tbody>
                {scheme.units.flatMap((unit, index) => {
                  const member = group.members.find((item) => item.unit === unit.code)
                  if (member === undefined) return []
                  return [
                    <tr key={unit.code}>
                      <td className="num quiet">{index + 1}</td>
                      <td className="nowrap bold">{unit.name}</td>
                      <td className="soft nowrap">{UNIT_KINDS[unit.kind]}</td>
                      <td className="soft nowrap">
                        {scheme.lines.find((line) => line.code === unit.line)?.name ?? ''}
                      </td>
                      <td className="nowrap">
                        {member.rankMode === 'RANKED' ? (
                          <span className="soft">{RANK_MODES.RANKED}</span>
                        ) : (
                          <span className="tag">{RANK_MODES[member.rankMode]}</span>
                        )}
                      </td>
                      <td className="quiet small">{unit.aliases.join('、')}</td>
                    </tr>
                  ]
                })}
              </tbody>
            </table>
          </Panel>
        )
      })}
    </div>
  )
}

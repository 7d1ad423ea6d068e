import type { ReactElement } from 'react'
import { periodShort } from '#shared/domain/period/periodKey.ts'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { Loaded } from '../../../components/Loaded.tsx'
import { useRoute } from '../../../ipc/queries.ts'
import { schemeStartText } from '../../../text/schemeStart.ts'
import type { StartDraft } from './useStartDraft.ts'

const text = schemeStartText

/** Versions that came into force, with the quarters that they are used for. They never change: a copy does. */
export function VersionList({ starting }: { starting: StartDraft }): ReactElement {
  const versions = useRoute('scheme.versions', {})
  return (
    <Loaded query={versions} rows={3}>
      {(list) =>
        list.length === 0 ? (
          <EmptyState title={text.noVersionsYet} />
        ) : (
          <table className="plain">
            <thead>
              <tr>
                <th>{text.versionHead.title}</th>
                <th>{text.versionHead.number}</th>
                <th>{text.versionHead.year}</th>
                <th>{text.versionHead.periods}</th>
                <th>{text.versionHead.action}</th>
              </tr>
            </thead>
            <tbody>
              {list.map((version) => (
                <tr key={version.versionId}>
                  <td>{version.title}</td>
                  <td className="nowrap">{text.versionNumber(version.number)}</td>
                  <td>{version.year}</td>
                  <td className="soft">
                    {version.periods.length === 0 ? text.unused : version.periods.map(periodShort).join('、')}
                  </td>
                  <td className="nowrap num">
                    <button
                      type="button"
                      className="link"
                      disabled={starting.busy}
                      onClick={() => starting.start({ from: 'VERSION', versionId: version.versionId })}
                    >
                      {text.copy}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </Loaded>
  )
}

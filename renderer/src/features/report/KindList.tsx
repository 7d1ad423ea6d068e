import type { ReactElement } from 'react'
import { Link } from 'react-router'
import type { ReportKind } from '#shared/ipc/report.ts'
import { paths } from '../../app/paths.ts'
import { reportText } from '../../text/report.ts'

/** In the order in which a meeting is prepared. */
const GROUPS: readonly { title: string; ids: readonly string[] }[] = [
  { title: reportText.groups.meeting, ids: ['circular', 'ranking', 'deck', 'display'] },
  { title: reportText.groups.units, ids: ['unitCard'] },
  { title: reportText.groups.scores, ids: ['matrix', 'indicators', 'adjustments', 'vetoes'] },
  { title: reportText.groups.lists, ids: ['boards', 'supervision', 'missing', 'progress'] },
  { title: reportText.groups.spans, ids: ['year', 'halfYear'] }
]

interface Props {
  kinds: readonly ReportKind[]
  chosen: string
  onChoose: (id: string) => void
}

/** The reports by what they are for; one that cannot be made yet stays in the list and says why. */
export function KindList({ kinds, chosen, onChoose }: Props): ReactElement {
  return (
    <nav className="rp-kinds" aria-label={reportText.kinds}>
      {GROUPS.map(({ title, ids }) => {
        const here = ids.flatMap((id) => kinds.find((kind) => kind.id === id) ?? [])
        return here.length === 0 ? null : (
          <section key={title}>
            <h3>{title}</h3>
            {here.map((kind) => (
              <button
                key={kind.id}
                type="button"
                className={kind.unavailable === null ? undefined : 'rp-kind-off'}
                aria-current={kind.id === chosen ? 'page' : undefined}
                title={kind.unavailable ?? kind.description}
                onClick={() => onChoose(kind.id)}
              >
                {kind.title}
              </button>
            ))}
          </section>
        )
      })}
      <section>
        <Link className="rp-templates" to={paths.reportTemplates}>
          {reportText.templates}
        </Link>
      </section>
    </nav>
  )
}

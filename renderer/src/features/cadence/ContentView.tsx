import { useRef, type ReactElement } from 'react'
import { useNavigate } from 'react-router'
import type { CadenceAt } from '#shared/domain/cadence/cadenceKey.ts'
import type { CadenceContent, CadenceSection, RowLink } from '#shared/domain/report/cadence/cadenceContent.ts'
import { paths } from '../../app/paths.ts'
import { Loaded } from '../../components/Loaded.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { SectionTable } from './SectionTable.tsx'

/** What a cadence says, as its export says it: figures, sentences, tables one beneath the other. */
export function ContentView({ asked }: { asked: CadenceAt }): ReactElement {
  const content = useRoute('cadence.get', asked)
  return (
    <Loaded query={content} rows={14}>
      {(data) => <Content content={data} />}
    </Loaded>
  )
}

export function pathOf(link: RowLink): string {
  if ('item' in link) return paths.registerItem(link.item)
  return 'slip' in link ? paths.slip(link.slip) : paths.unit(link.unit)
}

function Content({ content }: { content: CadenceContent }): ReactElement {
  const { mark, provenance, figures, findings, sections } = content
  const body = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()
  const goTo = (id: string): void =>
    body.current?.querySelector(`[data-section="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'start' })
  return (
    <>
      {mark === '' ? null : <Notice title={mark}>{provenance.replace(`${mark} · `, '')}</Notice>}
      <div className="cd-figures panel">
        {figures.map(({ label, value, note }) => (
          <div key={label}>
            <span className="cd-label">{label}</span>
            <b>{value}</b>
            <span className="small quiet">{note}</span>
          </div>
        ))}
      </div>
      <nav className="cd-jump" aria-label={content.title}>
        {sections.map(({ id, title }) => (
          <button key={id} type="button" className="link" onClick={() => goTo(id)}>
            {title}
          </button>
        ))}
        <span className="grow" />
        {mark === '' ? <span className="small quiet">{provenance}</span> : null}
      </nav>
      <div className="cd-scroll" ref={body}>
        {findings.length === 0 ? null : (
          <Panel pad className="cd-findings">
            {findings.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </Panel>
        )}
        {sections.map((section) => (
          <Section key={section.id} section={section} onOpen={(link) => void navigate(pathOf(link))} />
        ))}
      </div>
    </>
  )
}

function Section(props: { section: CadenceSection; onOpen: (link: RowLink) => void }): ReactElement {
  const { section, onOpen } = props
  return (
    <div data-section={section.id} className="cd-section">
      <Panel title={section.title} hint={section.hint}>
        <SectionTable section={section} onOpen={onOpen} />
      </Panel>
    </div>
  )
}

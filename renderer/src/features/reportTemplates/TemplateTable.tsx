import { Button } from 'antd'
import type { ReactElement } from 'react'
import type { ReportTemplateView } from '#shared/ipc/reportTemplate.ts'
import { printMoment } from '../../text/format.ts'
import { reportTemplatesText as text } from '../../text/reportTemplates.ts'
import { countPlaces } from './places.ts'

interface Props {
  list: readonly ReportTemplateView[]
  onFill: (template: ReportTemplateView) => void
  onPick: (template: ReportTemplateView) => void
  onReplace: (template: ReportTemplateView) => void
  onRemove: (template: ReportTemplateView) => void
}

/** The unit's own templates with what can be done with each. */
export function TemplateTable({ list, onFill, onPick, onReplace, onRemove }: Props): ReactElement {
  const { head } = text
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>{head.name}</th>
          <th>{head.file}</th>
          <th className="num">{head.places}</th>
          <th>{head.changed}</th>
          <th aria-label={text.fill} />
        </tr>
      </thead>
      <tbody>
        {list.map((template) => {
          const { id, name, fileName, format, places, at, by } = template
          const isMaster = format === 'pptx'
          return (
            <tr key={id}>
              <td>
                {name} <span className="soft small nowrap">{text.formats[format]}</span>
              </td>
              <td className="soft">{fileName}</td>
              <td className="num">{text.places(countPlaces(places))}</td>
              <td className="soft nowrap">
                {printMoment(at)} {by}
              </td>
              <td className="num nowrap">
                <span className="row">
                  {isMaster ? (
                    <span className="soft small">{text.master}</span>
                  ) : (
                    <Button size="small" onClick={() => onFill(template)}>
                      {text.fill}
                    </Button>
                  )}
                  {format === 'xlsx' || format === 'xlsm' ? (
                    <Button size="small" onClick={() => onPick(template)}>
                      {text.pick}
                    </Button>
                  ) : null}
                  <Button size="small" onClick={() => onReplace(template)}>
                    {text.replace}
                  </Button>
                  <Button size="small" onClick={() => onRemove(template)}>
                    {text.remove}
                  </Button>
                </span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

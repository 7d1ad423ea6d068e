import { periodTitle } from '../../period/periodKey.ts'
import { unitKind } from '../../scheme/schemeDefinition.ts'
import { CHOICES } from '../../scheme/words/choiceWords.ts'
import type { PaperBlock, PaperDocument } from '../reportContent.ts'
import type { ReportDefinition } from '../reportDefinition.ts'
import type { ReportFacts } from '../reportFacts.ts'
import { reportFrame, reportTitle } from '../reportFrame.ts'
import type { ReportOptions } from '../reportOptions.ts'
import { attachmentSections, attachmentsOf } from './attachments.ts'
import { circularBody } from './circularBody.ts'
import { circularParagraphs } from './circularParagraphs.ts'
import { circularTitle } from './circularTitle.ts'

/** The circular as a document: the text on OFFICIAL pages, each table of the attachments on pages of its own. */
function paper(facts: ReportFacts, options: ReportOptions): PaperDocument {
  const { mark, provenance, issuer, date } = reportFrame(facts, options)
  const attachments = attachmentsOf(facts, options)
  const { docNumber, contact } = options
  const optional = (text: string, block: PaperBlock): PaperBlock[] => (text === '' ? [] : [block])
  return {
    title: reportTitle(facts, '考核情况通报'),
    mark,
    provenance,
    sections: [
      {
        orientation: 'PORTRAIT',
        layout: 'OFFICIAL',
        blocks: [
          ...optional(docNumber, { type: 'docNumber', text: docNumber }),
          { type: 'title', text: circularTitle(facts.results) },
          { type: 'recipients', text: recipientsOf(facts, options) },
          ...circularBody(circularParagraphs(facts, options), options.omit),
          ...optional(contact, { type: 'contact', text: contactText(contact) }),
          ...(attachments.length === 0
            ? []
            : [{ type: 'attachments', items: attachments.map(({ title }) => title) } as const]),
          { type: 'closing', organisation: issuer, date }
        ]
      },
      ...attachmentSections(attachments)
    ]
  }
}

/** 各处室、各直属单位：, by the kinds of the units that were assessed. */
function recipientsOf({ results, scheme }: ReportFacts, { recipients }: ReportOptions): string {
  const assessed = new Set(
    results.races.flatMap((race) => race.groups.flatMap((group) => group.units.map(({ unit }) => unit)))
  )
  const kinds = new Set(scheme.units.filter(({ code }) => assessed.has(code)).map(({ kind }) => kind))
  const words = unitKind.options
    .filter((kind) => kinds.has(kind))
    .map((kind) => `各${CHOICES['units.kind']![kind]!}`)
  const computed = words.length === 0 ? '各有关单位' : words.join('、')
  return `${(recipients === '' ? computed : recipients).replace(/[：:]$/, '')}：`
}

function contactText(contact: string): string {
  return contact.startsWith('联系') ? contact : `联系人：${contact}`
}

export const circularReport: ReportDefinition = {
  id: 'circular',
  title: '季度通报',
  description: '按公文格式写成的考核情况通报，附排名表、未报送名单、加减分明细和上榜名单。',
  formats: ['docx', 'pdf'],
  controls: [
    'topOnly',
    'bottom',
    'decimals',
    'docNumber',
    'recipients',
    'contact',
    'line',
    'omit',
    'vocabulary',
    'fonts'
  ],
  fileStem: ({ results }) => `${periodTitle(results.period)}考核情况通报`,
  paper
}

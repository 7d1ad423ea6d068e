import { issuedViews, issueTemplates, templateTargets } from '../../services/templates/issue.ts'
import { libraryOf, type HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'
import { ownTemplateHandlers } from './ownTemplate.ts'

type TemplateHandlers = Pick<Handlers, Extract<keyof Handlers, `template.${string}`>>

export function templateHandlers(context: HandlerContext): TemplateHandlers {
  return {
    'template.targets': ({ period }) => templateTargets(libraryOf(context), period),
    'template.issue': async (request) => {
      const folder = await context.desktop.pickFolder('EXPORT')
      if (folder === null) return null
      const { files, issued } = await context.jobs.run('template', (job) =>
        issueTemplates(libraryOf(context), { ...request, folder }, job)
      )
      return { folder, ticket: context.tickets.issue(files[0]!), issued }
    },
    'template.issued': ({ period }) => issuedViews(libraryOf(context), period),
    ...ownTemplateHandlers(context)
  }
}

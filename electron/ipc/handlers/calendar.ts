import { AppError } from '#shared/appError.ts'
import { calendarView, ensureOwnCalendar, resetCalendar } from '../../services/calendar/calendarFile.ts'
import { changed, libraryOf, type HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'

type CalendarHandlers = Pick<Handlers, Extract<keyof Handlers, `calendar.${string}`>>

export function calendarHandlers(context: HandlerContext): CalendarHandlers {
  return {
    'calendar.get': () => calendarView(libraryOf(context)),
    'calendar.openFile': async () => {
      const { path, created } = await ensureOwnCalendar(libraryOf(context))
      const failure = await context.desktop.openFile(path)
      if (failure !== null) {
        context.desktop.showInFolder(path)
        throw new AppError('FILE_UNREADABLE', '没有程序能打开「节假日.csv」，已在文件夹里显示它。', {
          action: '请用 Excel、WPS 或记事本打开它。',
          technical: failure
        })
      }
      return { created }
    },
    'calendar.reset': async () => {
      const view = await resetCalendar(libraryOf(context))
      changed(context, null)
      return view
    }
  }
}

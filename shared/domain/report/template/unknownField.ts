import type { Place, Problem } from '../../../problem.ts'
import { UNKNOWN_FIELD } from './templateCheck.ts'
import { nearestName } from './templateData.ts'

/** 「没有『总得份』这一项」 with the most alike name. */
export function unknownField(name: string, known: readonly string[], place: Place): Problem {
  const nearest = nearestName(name, known)
  return {
    code: UNKNOWN_FIELD,
    level: 'error',
    message: `占位符「{{${name}}}」没有对应的内容。`,
    place,
    value: name,
    suggestion:
      nearest === null
        ? '请从「可用的项目」里选一个名称改上，或者删掉它。'
        : `是不是「{{${nearest}}}」？请改好模板后再添加一次。`,
    ...(nearest === null ? {} : { candidates: [{ code: nearest, name: nearest }] })
  }
}

export function unknownList(name: string, known: readonly string[], place: Place): Problem {
  const nearest = nearestName(name, known)
  return {
    code: 'UNKNOWN_LIST',
    level: 'error',
    message: `「{{#${name}}}」要重复的清单不存在。`,
    place,
    value: name,
    suggestion: `${nearest === null ? '' : `是不是「{{#${nearest}}}」？`}可以用：${known.slice(0, 12).join('、')}${known.length > 12 ? ' 等' : ''}。`
  }
}

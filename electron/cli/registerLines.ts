import { EVENT_NAMES, ITEM_STATES, REGISTER_TYPES } from '#shared/domain/register/registerWords.ts'
import type { RegisterEvent } from '#shared/domain/register/registerEvent.ts'
import { itemStatusText } from '#shared/domain/status/vocabulary.ts'
import type { RegisterDetailView, RegisterListView } from '#shared/ipc/register.ts'
import { table } from './output.ts'

export function listLines({ on, items, counts, warnings }: RegisterListView): string[] {
  const rows = items.map((item) => [
    item.number,
    REGISTER_TYPES[item.type].name,
    item.title,
    item.ownerName ?? '—',
    item.due ?? '—',
    ITEM_STATES[item.state].name,
    item.done === null ? '—' : `${item.done}%`,
    itemStatusText(item.status, 'RED_IS_GOOD')
  ])
  const columns = ['编号', '清单', '事项', '责任单位', '完成时限', '办理', '完成', '状态']
  const right = new Set(['完成'])
  return [
    `${on}，共 ${counts.total} 项，列出 ${items.length} 项。`,
    ...warnings.map((warning) => `注意：${warning}`),
    ...(rows.length === 0
      ? []
      : [
          table(
            columns.map((header) => ({ header, right: right.has(header) })),
            rows
          )
        ])
  ]
}

export function detailLines({ item, events, evidence, parent, children }: RegisterDetailView): string[] {
  return [
    `${item.number}  ${item.title}`,
    `    ${REGISTER_TYPES[item.type].name}，${ITEM_STATES[item.state].name}，责任单位：${item.ownerName ?? '还没有写'}，完成时限：${item.due ?? '还没有写'}`,
    `    ${item.statusReason}`,
    ...item.hints.map((hint) => `    ${hint}`),
    ...(item.voided === null ? [] : [`    已作废：${item.voided.reason}`]),
    ...(parent === null ? [] : [`    上级：${parent.number} ${parent.title}`]),
    ...children.map(
      (child) => `    下级：${child.number} ${child.title}（${ITEM_STATES[child.state].name}）`
    ),
    ...evidence.map(
      ({ fileName, state }) => `    佐证：${fileName}${state === 'PRESENT' ? '' : '（文件不见了或变了）'}`
    ),
    ...events.flatMap(eventLines)
  ]
}

function eventLines({ on, type, who, text, percent, amount, changes }: RegisterEvent): string[] {
  const told = [percent === null ? '' : `${percent}%`, amount === null ? '' : `完成 ${amount}`, text]
  return [
    [on, EVENT_NAMES[type], who, ...told.filter((part) => part !== '')].join('  '),
    ...changes.map(
      ({ field, before, after }) =>
        `      ${field}：${before === '' ? '—' : before} → ${after === '' ? '—' : after}`
    )
  ]
}

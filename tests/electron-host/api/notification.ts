import { HostEmitter } from './hostEmitter.ts'
import { note } from './hostState.ts'

interface NotificationOptions {
  title?: string
  body?: string
}

export class Notification extends HostEmitter {
  title: string
  body: string

  constructor(options: NotificationOptions = {}) {
    super('Notification', ['show', 'click', 'close', 'reply', 'action', 'failed'])
    this.title = options.title ?? ''
    this.body = options.body ?? ''
  }

  show(): void {
    note(`notification: ${this.title}: ${this.body}`)
    this.emit('show')
  }

  close(): void {
    this.emit('close')
  }

  static isSupported(): boolean {
    return true
  }
}

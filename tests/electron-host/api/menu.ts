import { app } from './app.ts'
import { BrowserWindow } from './browserWindow.ts'
import { HostEmitter } from './hostEmitter.ts'
import { note } from './hostState.ts'
import { strict } from './strict.ts'

type Click = (item: MenuItem, window: BrowserWindow | null, event: object) => void

interface MenuItemOptions {
  id?: string
  label?: string
  role?: string
  type?: string
  accelerator?: string
  enabled?: boolean
  visible?: boolean
  checked?: boolean
  click?: Click
  submenu?: Menu | (MenuItemOptions | MenuItem)[]
}

/** What a role does here; roles of the text field and the system do nothing without a desktop. */
function carryOut(role: string | undefined): void {
  const window = BrowserWindow.getFocusedWindow()
  const zoomBy = (steps: number): void =>
    window?.webContents.setZoomLevel(window.webContents.getZoomLevel() + steps)
  switch (role?.toLowerCase() ?? '') {
    case 'quit':
      return app.quit()
    case 'close':
      return window?.close()
    case 'minimize':
      return window?.minimize()
    case 'reload':
      return window?.reload()
    case 'togglefullscreen':
      return window?.setFullScreen(!window.isFullScreen())
    case 'zoomin':
      return zoomBy(0.5)
    case 'zoomout':
      return zoomBy(-0.5)
    case 'resetzoom':
      return window?.webContents.setZoomLevel(0)
    case 'toggledevtools':
      return window?.webContents.toggleDevTools()
  }
}

/** An item; `click()` does what choosing it would. Keys do not reach it: nothing draws the menu. */
export class MenuItem {
  id: string | undefined
  label: string
  role: string | undefined
  type: string
  accelerator: string | undefined
  enabled: boolean
  visible: boolean
  checked: boolean
  submenu: Menu | undefined
  click: (event?: object, window?: BrowserWindow | null) => void

  constructor(options: MenuItemOptions) {
    const { submenu, click } = options
    this.id = options.id
    this.label = options.label ?? options.role ?? ''
    this.role = options.role
    this.type = options.type ?? (submenu ? 'submenu' : 'normal')
    this.accelerator = options.accelerator
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : submenu
    this.click = (event = {}, window = BrowserWindow.getFocusedWindow()) =>
      click ? click(this, window, event) : carryOut(options.role)
  }
}

export class Menu extends HostEmitter {
  static #application: Menu | null = null
  items: MenuItem[] = []

  constructor() {
    super('Menu', ['menu-will-show', 'menu-will-close'])
  }

  append(item: MenuItem): void {
    this.items.push(item)
  }

  insert(position: number, item: MenuItem): void {
    this.items.splice(position, 0, item)
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }

  popup(): void {
    note(`menu not shown: ${this.items.map((item) => item.label).join(', ')}`)
  }

  static buildFromTemplate(template: (MenuItemOptions | MenuItem)[]): Menu {
    const menu = new Menu()
    for (const entry of template) menu.append(entry instanceof MenuItem ? entry : new MenuItem(entry))
    return menu
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#application
  }
}

export const StrictMenu = strict(Menu, 'Menu')

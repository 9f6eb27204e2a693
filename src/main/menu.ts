import type { MenuItemConstructorOptions } from 'electron'
import { words } from './words.ts'

/** What menu items do; a key is pressed in the window, so that menu and keyboard can never differ. */
export type MenuDeeds = Readonly<{
  press(key: string): void
  go(path: string): void
  about(): void
}>

/** Sections in the order of the rail, with the addresses and keys the screens have for them. */
export const PLACES: readonly (readonly [name: keyof typeof words.go, path: string, key: string | null])[] = [
  ['search', '/tim-kiem', 'Ctrl+1'],
  ['incoming', '/van-ban-den', 'Ctrl+2'],
  ['outgoing', '/van-ban-di', 'Ctrl+3'],
  ['filing', '/vao-so', 'Ctrl+4'],
  ['delivery', '/chuyen-giao', 'Ctrl+5'],
  ['lineage', '/luoc-do', 'Ctrl+6'],
  ['worklists', '/viec-con-lai', 'Ctrl+7'],
  ['handling', '/thoi-han', null],
  ['dossiers', '/ho-so', null],
  ['reports', '/bao-cao', 'Ctrl+8'],
  ['directory', '/danh-ba', 'Ctrl+9'],
  ['store', '/kho', 'Ctrl+0']
]

/** The window's menu: every item in Vietnamese, roles too, which would else be named by Electron in English. */
export function menuTemplate(deeds: MenuDeeds): MenuItemConstructorOptions[] {
  // The page answers the key itself: the accelerator is shown, not taken.
  const key = (label: string, accelerator: string): MenuItemConstructorOptions => ({
    label,
    accelerator,
    registerAccelerator: false,
    click: () => deeds.press(accelerator)
  })
  const { file, edit, view, go, help } = words
  return [
    {
      label: words.menus.file,
      submenu: [
        key(file.newDocument, 'Ctrl+N'),
        key(file.addFiles, 'Ctrl+O'),
        key(file.print, 'Ctrl+P'),
        { type: 'separator' },
        { label: file.quit, role: 'quit' }
      ]
    },
    {
      label: words.menus.edit,
      submenu: [key(edit.undo, 'Ctrl+Z'), { type: 'separator' }, ...textItems()]
    },
    {
      label: words.menus.view,
      submenu: [
        key(view.palette, 'Ctrl+K'),
        key(view.find, 'Ctrl+F'),
        key(view.details, 'Ctrl+I'),
        key(view.rail, 'Ctrl+B'),
        { type: 'separator' },
        { label: view.larger, role: 'zoomIn' },
        { label: view.smaller, role: 'zoomOut' },
        { label: view.plainSize, role: 'resetZoom' },
        { type: 'separator' },
        { label: view.fullScreen, role: 'togglefullscreen' }
      ]
    },
    {
      label: words.menus.go,
      submenu: PLACES.map(([name, path, accelerator]) => ({
        label: go[name],
        ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
        click: () => deeds.go(path)
      }))
    },
    {
      label: words.menus.help,
      submenu: [key(help.keys, 'F1'), { type: 'separator' }, { label: help.about, click: deeds.about }]
    }
  ]
}

/** The right button on text: what may be done there, or null where there is nothing to do. */
export function textMenu(
  params: Readonly<{ isEditable: boolean; selectionText: string }>
): MenuItemConstructorOptions[] | null {
  if (params.isEditable) return textItems()
  if (params.selectionText.trim() === '') return null
  return [{ label: words.edit.copy, role: 'copy' }]
}

function textItems(): MenuItemConstructorOptions[] {
  const { edit } = words
  return [
    { label: edit.cut, role: 'cut', registerAccelerator: false },
    { label: edit.copy, role: 'copy', registerAccelerator: false },
    { label: edit.paste, role: 'paste', registerAccelerator: false },
    { label: edit.selectAll, role: 'selectAll', registerAccelerator: false }
  ]
}

import type { FieldName } from './fields.ts'

const CONTROLS = 'input:not([type=file]):not([type=checkbox]), select, textarea'

/** Puts the cursor into a field of the form. */
export function focusField(form: HTMLElement | null, field: FieldName): void {
  const control = form?.querySelector<HTMLElement>(`[name="${field}"]`)
  if (!control) return
  control.focus({ preventScroll: false })
  if (control instanceof HTMLInputElement) control.select()
}

/** Enter goes to the next field, Shift+Enter to the one before; a date counts as one. False at the end. */
export function moveField(form: HTMLElement, from: EventTarget | null, by: 1 | -1): boolean {
  const fields = [...form.querySelectorAll<HTMLElement>('.field')].filter((field) => field.querySelector(CONTROLS))
  const at = from instanceof Element ? fields.findIndex((field) => field.contains(from)) : -1
  const next = fields[at + by]?.querySelector<HTMLElement>(CONTROLS)
  if (!next) return false
  next.focus()
  if (next instanceof HTMLInputElement) next.select()
  if (next instanceof HTMLTextAreaElement) next.setSelectionRange(next.value.length, next.value.length)
  return true
}

/** The cursor stands on a line without a letter. */
export function onEmptyLine(area: HTMLTextAreaElement): boolean {
  const before = area.value.slice(0, area.selectionStart)
  const line = before.slice(before.lastIndexOf('\n') + 1) + (area.value.slice(area.selectionStart).split('\n')[0] ?? '')
  return line.trim() === ''
}

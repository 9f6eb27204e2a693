import { foldKey } from '../text/fold.ts'

/**
 * Tác giả as registers and lists name it: who acts, where that says more than the head ("Ban Thường vụ Tỉnh ủy" of a
 * paper of Tỉnh ủy); the head's organisation, where who acts is only its name without the place ("Đảng ủy xã" of
 * Đảng ủy xã Liên Sơn).
 */
export function authorOf(issuer: string | null, actingBody: string | null): string | null {
  if (!issuer || !actingBody) return issuer ?? actingBody
  return ` ${foldKey(issuer)} `.includes(` ${foldKey(actingBody)} `) ? issuer : actingBody
}

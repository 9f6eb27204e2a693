/** Scrolls to a place in `--t-move` (160 ms; none with reduced motion), so that one sees where it went. */
export function glideTo(scroller: HTMLElement, top: number, left: number): void {
  const to = Math.max(0, Math.min(top, scroller.scrollHeight - scroller.clientHeight))
  const across = Math.max(0, Math.min(left, scroller.scrollWidth - scroller.clientWidth))
  const time = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--t-move')) || 0
  const fromTop = scroller.scrollTop
  const fromLeft = scroller.scrollLeft
  const jump = time === 0 || Math.abs(to - fromTop) > scroller.clientHeight * 3
  if (jump) {
    scroller.scrollTo(across, to)
    return
  }
  const began = performance.now()
  const step = (now: number) => {
    const share = Math.min(1, (now - began) / time)
    const eased = 1 - (1 - share) ** 3
    scroller.scrollTo(fromLeft + (across - fromLeft) * eased, fromTop + (to - fromTop) * eased)
    if (share < 1) requestAnimationFrame(step)
  }
  requestAnimationFrame(step)
}

/** Reasons the archive itself gives for a fact, where a clerk gave none. */
export const UNDONE = 'Hoàn tác'

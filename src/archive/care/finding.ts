/** Reports one finding of verify: its code, the document it touches, and what is wrong in words for the log. */
export type Find = (code: string, documentId: string | null, detail: string) => void

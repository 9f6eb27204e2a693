/**
 * Whether offices are offered encryption at rest. It is when every fault suite passes with it on (reliability.md, section 3);
 * until then the screens do not speak of it, and the command line makes a sealed copy only for a trial.
 */
export const ENCRYPTION_OFFERED = false

/** Documents that can be ticked one by one: as many as go into a dossier in one deed. */
export const MOST_TICKED = 2000
/** Rows of a list of all that a search finds: some hundred and fifty sheets; what is more wants a narrower search. */
export const MOST_LISTED = 5000
